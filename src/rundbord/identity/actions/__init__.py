"""What can be done with users, duties, units and sessions."""

from rundbord.identity.actions.answer_invitation import accept_invitation, decline_invitation
from rundbord.identity.actions.bind_identity import bind_identity, release_identity
from rundbord.identity.actions.change_factors import (
    Added,
    add_code_app,
    add_passkey,
    challenge_to_register,
    make_recovery_codes,
    remove_code_app,
    remove_passkey,
)
from rundbord.identity.actions.change_password import change_password
from rundbord.identity.actions.change_provider import (
    make_line_token,
    set_privilege,
    set_provider,
    strike_line_token,
    strike_privilege,
)
from rundbord.identity.actions.change_saml_provider import set_saml_provider
from rundbord.identity.actions.change_units import UnitTerms, change_unit, close_unit, create_unit, reopen_unit
from rundbord.identity.actions.change_user import change_user
from rundbord.identity.actions.choose_password import choose_password, open_link
from rundbord.identity.actions.create_user import NewUser, create_user
from rundbord.identity.actions.deactivate_user import deactivate_user, reactivate_user
from rundbord.identity.actions.end_duty import end_duty
from rundbord.identity.actions.end_session import end_other_sessions, end_session
from rundbord.identity.actions.end_sessions_there import end_sessions_by_address, end_sessions_there
from rundbord.identity.actions.follow_assertion import follow_assertion, make_user
from rundbord.identity.actions.follow_line import TAKEN, add_told_user, follow_told
from rundbord.identity.actions.forget_leavers import forget_leavers
from rundbord.identity.actions.forget_old_drafts import forget_old_drafts
from rundbord.identity.actions.forget_sign_ins import forget_sign_ins
from rundbord.identity.actions.give_duty import DutyTerms, give_duty
from rundbord.identity.actions.import_users import import_users
from rundbord.identity.actions.invite_guest import invite_guest, withdraw_invitation
from rundbord.identity.actions.make_link import make_link
from rundbord.identity.actions.move_user import move_user
from rundbord.identity.actions.pass_introduction import pass_introduction
from rundbord.identity.actions.prove import (
    challenge_to_sign,
    prove_by_code,
    prove_by_passkey,
    prove_by_password,
    prove_in_demo,
)
from rundbord.identity.actions.reset_second_factor import reset_second_factor
from rundbord.identity.actions.save_draft import discard_draft, save_draft
from rundbord.identity.actions.set_sign_in_rule import set_sign_in_rule
from rundbord.identity.actions.sign_in import SignedIn, begin_session, sign_in
from rundbord.identity.actions.sign_in_by_provider import prove_by_provider, sign_in_by_provider
from rundbord.identity.actions.sign_out import sign_out
from rundbord.identity.actions.switch_seat import switch_seat
from rundbord.identity.actions.take_seat import take_seat

__all__ = [
    "TAKEN",
    "Added",
    "DutyTerms",
    "NewUser",
    "SignedIn",
    "UnitTerms",
    "accept_invitation",
    "add_code_app",
    "add_passkey",
    "add_told_user",
    "begin_session",
    "bind_identity",
    "challenge_to_register",
    "challenge_to_sign",
    "change_password",
    "change_unit",
    "change_user",
    "choose_password",
    "close_unit",
    "create_unit",
    "create_user",
    "deactivate_user",
    "decline_invitation",
    "discard_draft",
    "end_duty",
    "end_other_sessions",
    "end_session",
    "end_sessions_by_address",
    "end_sessions_there",
    "follow_assertion",
    "follow_told",
    "forget_leavers",
    "forget_old_drafts",
    "forget_sign_ins",
    "give_duty",
    "import_users",
    "invite_guest",
    "make_line_token",
    "make_link",
    "make_recovery_codes",
    "make_user",
    "move_user",
    "open_link",
    "pass_introduction",
    "prove_by_code",
    "prove_by_passkey",
    "prove_by_password",
    "prove_by_provider",
    "prove_in_demo",
    "reactivate_user",
    "release_identity",
    "remove_code_app",
    "remove_passkey",
    "reopen_unit",
    "reset_second_factor",
    "save_draft",
    "set_privilege",
    "set_provider",
    "set_saml_provider",
    "set_sign_in_rule",
    "sign_in",
    "sign_in_by_provider",
    "sign_out",
    "strike_line_token",
    "strike_privilege",
    "switch_seat",
    "take_seat",
    "withdraw_invitation",
]
