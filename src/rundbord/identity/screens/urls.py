"""Addresses of identity."""

from django.urls import path

from rundbord.identity.screens.answer_invitation import answer_invitation
from rundbord.identity.screens.by_provider import (
    ask_anew,
    ask_provider,
    leave_provider,
    provider_answer,
    provider_logout,
)
from rundbord.identity.screens.by_saml import provider_leaves, provider_metadata, provider_posts
from rundbord.identity.screens.change_password import change_password
from rundbord.identity.screens.change_user import change_user
from rundbord.identity.screens.choose_authority import choose_authority
from rundbord.identity.screens.choose_password import choose_password
from rundbord.identity.screens.create_user import create_user
from rundbord.identity.screens.duties import end_duty, give_duty, move_user, substitute
from rundbord.identity.screens.factors import (
    add_code_app,
    add_passkey,
    ask_for_new_key,
    make_recovery_codes,
    remove_code_app,
    remove_passkey,
    set_up,
)
from rundbord.identity.screens.guests import guests, withdraw_invitation
from rundbord.identity.screens.import_users import import_users, user_table_template
from rundbord.identity.screens.introduction import introduction, introduction_page, introduction_situations
from rundbord.identity.screens.line import line
from rundbord.identity.screens.line_users import line_abilities, line_user, line_users
from rundbord.identity.screens.own_account import end_other_sessions, end_session, own_account
from rundbord.identity.screens.prove import ask_for_signature, prove
from rundbord.identity.screens.provider import (
    add_privilege,
    bind_user,
    change_provider,
    make_line_token,
    provider,
    release_user,
    strike_line_token,
    strike_privilege,
)
from rundbord.identity.screens.readiness import change_sign_in_rule, readiness
from rundbord.identity.screens.reset_second_factor import reset_second_factor
from rundbord.identity.screens.saml_provider import change_saml_provider
from rundbord.identity.screens.save_draft import save_draft
from rundbord.identity.screens.show_user import close_user, make_factor_link, make_link, reopen_user, show_user
from rundbord.identity.screens.sign_in import sign_in, sign_in_as_demo
from rundbord.identity.screens.sign_out import sign_out
from rundbord.identity.screens.units import change_unit, close_unit, create_unit, reopen_unit, units
from rundbord.identity.screens.users import users

app_name = "identity"

urlpatterns = [
    path("log-ind/", sign_in, name="sign_in"),
    path("log-ind/demo/", sign_in_as_demo, name="sign_in_as_demo"),
    path("log-ind/bekraeft/", prove, name="prove"),
    path("log-ind/bekraeft/udfordring/", ask_for_signature, name="ask_for_signature"),
    path("log-ind/bekraeft/myndighed/", ask_anew, name="ask_anew"),
    path("log-ind/myndighed/<str:code>/", ask_provider, name="ask_provider"),
    path("log-ind/myndighed/<str:code>/svar/", provider_answer, name="provider_answer"),
    path("log-ind/myndighed/<str:code>/afslut/", provider_logout, name="provider_logout"),
    path("log-ind/myndighed/<str:code>/log-ud/", leave_provider, name="leave_provider"),
    path("log-ind/myndighed/<str:code>/saml/", provider_metadata, name="provider_metadata"),
    path("log-ind/myndighed/<str:code>/saml/svar/", provider_posts, name="provider_posts"),
    path("log-ind/myndighed/<str:code>/saml/afslut/", provider_leaves, name="provider_leaves"),
    path("scim/v2/<str:code>/Users", line_users, name="line_users"),
    path("scim/v2/<str:code>/Users/<uuid:user_id>", line_user, name="line_user"),
    path("scim/v2/<str:code>/ServiceProviderConfig", line_abilities, name="line_abilities"),
    path("log-ud/", sign_out, name="sign_out"),
    path("vaelg-myndighed/", choose_authority, name="choose_authority"),
    path("invitationer/<uuid:invitation_id>/", answer_invitation, name="answer_invitation"),
    path("adgangskode/<str:token>/", choose_password, name="choose_password"),
    path("andet-trin/<str:token>/", reset_second_factor, name="reset_second_factor"),
    path("min-konto/", own_account, name="own_account"),
    path("min-konto/adgangskode/", change_password, name="change_password"),
    path("min-konto/andet-trin/", set_up, name="set_up"),
    path("min-konto/adgangsnoegler/", add_passkey, name="add_passkey"),
    path("min-konto/adgangsnoegler/udfordring/", ask_for_new_key, name="ask_for_new_key"),
    path("min-konto/adgangsnoegler/<uuid:passkey_id>/fjern/", remove_passkey, name="remove_passkey"),
    path("min-konto/kodeapp/", add_code_app, name="add_code_app"),
    path("min-konto/kodeapp/fjern/", remove_code_app, name="remove_code_app"),
    path("min-konto/noedkoder/", make_recovery_codes, name="make_recovery_codes"),
    path("min-konto/sessioner/afslut/", end_other_sessions, name="end_other_sessions"),
    path("min-konto/sessioner/<uuid:sign_in_id>/afslut/", end_session, name="end_session"),
    path("introduktion/", introduction, name="introduction"),
    path("introduktion/<int:number>/", introduction_page, name="introduction_page"),
    path("introduktion/situationer/", introduction_situations, name="introduction_situations"),
    path("kladde/", save_draft, name="save_draft"),
    path("forbindelse/", line, name="line"),
    path("brugere/", users, name="users"),
    path("brugere/ny/", create_user, name="create_user"),
    path("brugere/indlaes/", import_users, name="import_users"),
    path("brugere/indlaes/skabelon.csv", user_table_template, name="user_table_template"),
    path("brugere/gaester/", guests, name="guests"),
    path("brugere/gaester/<uuid:invitation_id>/traek-tilbage/", withdraw_invitation, name="withdraw_invitation"),
    path("brugere/sikkerhed/", readiness, name="readiness"),
    path("brugere/sikkerhed/krav/", change_sign_in_rule, name="change_sign_in_rule"),
    path("brugere/log-ind/", provider, name="provider"),
    path("brugere/log-ind/ret/", change_provider, name="change_provider"),
    path("brugere/log-ind/oiosaml/", change_saml_provider, name="change_saml_provider"),
    path("brugere/log-ind/rettigheder/ny/", add_privilege, name="add_privilege"),
    path("brugere/log-ind/rettigheder/<uuid:privilege_id>/slet/", strike_privilege, name="strike_privilege"),
    path("brugere/log-ind/noegle/", make_line_token, name="make_line_token"),
    path("brugere/log-ind/noegle/slet/", strike_line_token, name="strike_line_token"),
    path("brugere/<uuid:user_id>/log-ind/", bind_user, name="bind_user"),
    path("brugere/<uuid:user_id>/log-ind/loesn/", release_user, name="release_user"),
    path("brugere/<uuid:user_id>/", show_user, name="show_user"),
    path("brugere/<uuid:user_id>/ret/", change_user, name="change_user"),
    path("brugere/<uuid:user_id>/luk/", close_user, name="close_user"),
    path("brugere/<uuid:user_id>/genaabn/", reopen_user, name="reopen_user"),
    path("brugere/<uuid:user_id>/engangslink/", make_link, name="make_link"),
    path("brugere/<uuid:user_id>/nyt-andet-trin/", make_factor_link, name="make_factor_link"),
    path("brugere/<uuid:user_id>/funktion/", give_duty, name="give_duty"),
    path("brugere/funktioner/<uuid:duty_id>/flyt/", move_user, name="move_user"),
    path("brugere/funktioner/<uuid:duty_id>/vikar/", substitute, name="substitute"),
    path("brugere/funktioner/<uuid:duty_id>/afslut/", end_duty, name="end_duty"),
    path("enheder/", units, name="units"),
    path("enheder/ny/", create_unit, name="create_unit"),
    path("enheder/<uuid:unit_id>/", change_unit, name="change_unit"),
    path("enheder/<uuid:unit_id>/luk/", close_unit, name="close_unit"),
    path("enheder/<uuid:unit_id>/genaabn/", reopen_unit, name="reopen_unit"),
]
