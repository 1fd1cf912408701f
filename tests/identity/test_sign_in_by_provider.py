"""Signing in through the authority's own provider: who comes in, as what, and what ends when it is gone there."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity import actions
from rundbord.identity.models import Duty, ExternalIdentity, IdentityProvider, SignIn, User
from rundbord.identity.queries import sign_in_of
from rundbord.identity.vocabulary import LocalSignIn
from tests.database import as_owner
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.identity.providers import HIGH, set_provider
from tests.identity.signing import with_password
from tests.identity.stand_in_provider import NOBODY, StandIn
from tests.logs import all_words, entries_of, logged

PROTECTED = "/brugere/log-ind/ret/"


@pytest.fixture(autouse=True)
def _nothing_reaches_persons() -> None:
    """Let roles reach whom they reach, unlike in the other tests of signing in."""


def _duties_today(user: User) -> set[tuple[str, str]]:
    with as_owner():
        duties = Duty.objects.select_related("unit").filter(user=user)
        return {(duty.unit.name, duty.role) for duty in duties if duty.holds_on(timezone.localdate())}


def _user() -> User:
    with as_owner():
        return ExternalIdentity.objects.select_related("user").get(subject="medarbejder-1").user


def test_the_sign_in_page_offers_the_authoritys_own_sign_in(provider: StandIn) -> None:
    text = Client().get("/log-ind/").content.decode()

    assert 'href="/log-ind/myndighed/gladsaxe/"' in text
    assert "Log ind gennem din myndighed" in text


def test_a_new_employee_comes_in_with_what_the_rights_mean(vestegnen: Vestegnen, provider: StandIn) -> None:
    browser = Client()

    answer = provider.lets_in(browser)

    user = _user()
    assert answer["Location"] == "/"
    assert "Test Testesen" in browser.get("/min-konto/").content.decode()
    assert (user.authority_id, user.sign_in_name, user.email) == (
        vestegnen.gladsaxe.pk,
        "test.testesen",
        "test@gladsaxe.example",
    )
    assert _duties_today(user) == {("SSP Gladsaxe", "case_worker")}
    assert logged(Event.USER_CREATED, about=user) == 1
    assert len(entries_of(Event.SIGNED_IN, user=user)) == 1
    assert "medarbejder-1" not in all_words()


def test_the_providers_second_factor_counts_as_ours(vestegnen: Vestegnen, provider: StandIn) -> None:
    """The role reaches persons; what still waits is the introduction alone."""
    provider.lets_in(browser := Client())

    with as_owner():
        session = SignIn.objects.get(user=_user())
    assert session.proof == "provider"
    assert "Betydelig" in browser.get("/min-konto/").content.decode()


def test_duties_follow_the_rights_at_each_sign_in(vestegnen: Vestegnen, provider: StandIn) -> None:
    provider.lets_in(first := Client())
    provider.of(roles=["rundbord-gade"], name="Test Nytnavn")

    provider.lets_in(Client())

    assert _duties_today(_user()) == {("Gadeteamet", "reporter")}
    assert _user().name == "Test Nytnavn"
    # The session of the duty that is gone is over with it, at its next request.
    assert first.get("/min-konto/")["Location"].startswith("/log-ind/")


def test_who_has_no_right_left_loses_the_duties_and_stays_out(vestegnen: Vestegnen, provider: StandIn) -> None:
    provider.lets_in(first := Client())
    user = _user()

    answer = provider.of(roles=[]).lets_in(Client())

    assert answer.status_code == 403
    assert _duties_today(user) == set()
    assert first.get("/min-konto/").status_code == 302


def test_a_role_that_no_right_can_give_is_not_taken_by_one_either(vestegnen: Vestegnen, provider: StandIn) -> None:
    """Exit coordinators are named elsewhere: their authority's groups neither make nor unmake them."""
    provider.lets_in(Client())
    with as_owner():
        Duty.objects.create(
            authority=vestegnen.gladsaxe,
            unit=vestegnen.gladsaxe_street,
            user=_user(),
            user_label="Test Testesen",
            role=Role.EXIT_COORDINATOR.value,
            starts_on=timezone.localdate(),
        )

    provider.of(roles=[]).lets_in(Client())

    assert _duties_today(_user()) == {("Gadeteamet", "exit_coordinator")}


def test_a_stranger_without_a_right_becomes_nobody(provider: StandIn) -> None:
    answer = provider.of(roles=["noget-andet"]).lets_in(Client())

    assert "ikke givet dig en rolle" in answer.content.decode()
    with as_owner():
        assert not ExternalIdentity.objects.exists()


def test_a_user_who_was_there_is_bound_by_hand_and_never_by_name_or_mail(
    vestegnen: Vestegnen, provider: StandIn, actor_of: ActorOf
) -> None:
    coordinator, by = vestegnen.coordinator, actor_of(vestegnen.administrator)
    provider.of(preferred_username="koordinator", email=coordinator.email, roles=["rundbord-ssp"])
    provider.lets_in(Client())
    assert _user().pk != coordinator.pk
    assert _user().sign_in_name == "koordinator-2"

    with acting_for(by):
        actions.bind_identity(coordinator, "medarbejder-2", by=by)
    provider.of(sub="medarbejder-2", roles=["rundbord-ssp"]).lets_in(browser := Client())

    assert str(coordinator.pk) in _session_of(browser)
    assert _duties_today(coordinator) == {("SSP Gladsaxe", "case_worker")}


def _session_of(browser: Client) -> str:
    found = sign_in_of(browser.cookies[settings.SIGN_IN_COOKIE].value)
    return str(found.user_id) if found else ""


def test_where_no_claim_tells_rights_administrators_give_duties_as_before(
    vestegnen: Vestegnen, provider: StandIn, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.administrator)
    set_provider(by, privilege_claim="")
    assert "ikke oprettet i Rundbord endnu" in provider.lets_in(Client()).content.decode()

    with acting_for(by):
        actions.bind_identity(vestegnen.leader, "medarbejder-1", by=by)
    answer = provider.lets_in(Client())

    assert answer["Location"] == "/"
    assert _duties_today(vestegnen.leader) == {("SSP Gladsaxe", "leader")}


@pytest.mark.parametrize("acr", ["low", NOBODY, "", ["https://data.gov.dk/concept/core/nsis/Substantial"]])
def test_low_is_refused_for_a_role_that_reaches_persons_and_changes_nothing(
    acr: object, vestegnen: Vestegnen, provider: StandIn
) -> None:
    answer = provider.of(roles=["rundbord-ssp"], acr=acr).lets_in(Client())

    assert "Lav" in answer.content.decode()
    with as_owner():
        assert not ExternalIdentity.objects.exists()


def test_low_takes_no_duty_from_who_has_some(vestegnen: Vestegnen, provider: StandIn) -> None:
    provider.lets_in(Client())

    provider.of(roles=["rundbord-ssp", "rundbord-gade"], acr="low").lets_in(Client())

    assert _duties_today(_user()) == {("SSP Gladsaxe", "case_worker")}


def test_low_suffices_for_a_role_that_reaches_nobody_and_is_no_second_factor(provider: StandIn) -> None:
    provider.of(roles=["rundbord-gade"], acr="low").lets_in(browser := Client())

    assert browser.get("/min-konto/").status_code == 200
    with as_owner():
        assert SignIn.objects.get(user=_user()).proof == "provider_low"
    # And it is never a fresh proof, whatever the provider says of when.
    assert browser.get("/min-konto/adgangsnoegler/")["Location"].startswith("/log-ind/bekraeft/")


def test_high_is_as_good_as_betydelig(provider: StandIn) -> None:
    provider.of(roles=["rundbord-ssp"], acr=HIGH).lets_in(Client())

    with as_owner():
        assert SignIn.objects.get(user=_user()).proof == "provider_high"


def test_the_provider_is_asked_for_the_level_with_a_code_and_pkce(provider: StandIn) -> None:
    told = provider.asked_by(Client()).all

    assert told["response_type"] == "code"
    assert told["code_challenge_method"] == "S256"
    assert told["acr_values"].endswith("High")
    assert told["redirect_uri"].endswith("/log-ind/myndighed/gladsaxe/svar/")
    assert "prompt" not in told


def test_what_wants_a_fresh_proof_leads_to_the_provider_and_back(provider: StandIn) -> None:
    long_ago = int((timezone.now() - timedelta(hours=2)).timestamp())
    provider.of(roles=["rundbord-admin"], auth_time=long_ago).lets_in(browser := Client())
    led = browser.get(PROTECTED)
    page = browser.get(led["Location"]).content.decode()
    assert "Bekræft gennem din myndighed" in page
    assert "Adgangskode" not in page.partition("<main")[2]

    asked = provider.asked_by(browser, f"/log-ind/bekraeft/myndighed/?videre={PROTECTED}")
    answer = provider.of(roles=["rundbord-admin"]).answers(browser, asked)

    assert (asked.all["prompt"], asked.all["max_age"]) == ("login", "0")
    assert answer["Location"] == PROTECTED
    assert browser.get(PROTECTED).status_code == 200
    assert len(entries_of(Event.PROVED, user=_user())) == 1


def test_a_proof_gives_the_session_another_token(provider: StandIn) -> None:
    provider.of(roles=["rundbord-admin"]).lets_in(browser := Client())
    before = Client()
    before.cookies[settings.SIGN_IN_COOKIE] = browser.cookies[settings.SIGN_IN_COOKIE].value

    provider.lets_in(browser, "/log-ind/bekraeft/myndighed/")

    assert before.get("/min-konto/").status_code == 302
    assert browser.get("/min-konto/").status_code == 200


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"sub": "medarbejder-2"}, "en anden bruger"),
        ({"auth_time": None}, "ikke bruges"),
        ({"auth_time": 1_000_000_000}, "ikke på ny"),
        ({"acr": "low"}, "Lav"),
    ],
)
def test_a_step_up_counts_only_for_the_same_user_anew_and_strongly(
    claims: dict[str, object], reason: str, provider: StandIn
) -> None:
    long_ago = int((timezone.now() - timedelta(hours=2)).timestamp())
    provider.of(roles=["rundbord-admin"], auth_time=long_ago).lets_in(browser := Client())

    answer = provider.of(roles=["rundbord-admin"], **claims).lets_in(browser, "/log-ind/bekraeft/myndighed/")

    assert answer.status_code == 403
    assert reason in answer.content.decode()
    assert browser.get(PROTECTED)["Location"].startswith("/log-ind/bekraeft/")


def test_no_factor_of_ours_raises_a_session_that_the_provider_vouched_for(provider: StandIn) -> None:
    provider.of(roles=["rundbord-gade"], acr="low").lets_in(browser := Client())
    with as_owner():
        SignIn.objects.update(proved_at=timezone.now())

    for address in ("adgangsnoegler/", "kodeapp/", "andet-trin/"):
        assert browser.get(f"/min-konto/{address}").status_code == 404
    assert "Andet trin styres der" in browser.get("/min-konto/").content.decode().replace("andet trin", "Andet trin")


def test_a_closed_user_stays_out_whatever_the_provider_says(
    vestegnen: Vestegnen, provider: StandIn, actor_of: ActorOf
) -> None:
    provider.lets_in(first := Client())
    by = actor_of(vestegnen.administrator)
    with acting_for(by):
        actions.deactivate_user(_user(), by=by)

    assert first.get("/min-konto/").status_code == 302
    assert "Din bruger er lukket" in provider.lets_in(Client()).content.decode()


def test_a_provider_that_is_closed_ends_its_sessions(
    vestegnen: Vestegnen, provider: StandIn, actor_of: ActorOf
) -> None:
    provider.lets_in(browser := Client())

    set_provider(actor_of(vestegnen.administrator), is_open=False)

    assert browser.get("/min-konto/").status_code == 302
    assert Client().get("/log-ind/myndighed/gladsaxe/").status_code == 404
    assert "Log ind gennem din myndighed" not in Client().get("/log-ind/").content.decode()


def test_a_provider_that_is_down_says_so_and_lets_nobody_in(provider: StandIn) -> None:
    provider.is_down = True

    assert "svarer ikke" in Client().get("/log-ind/myndighed/gladsaxe/").content.decode()


def test_what_was_published_is_kept_for_an_hour_and_used_for_a_day(provider: StandIn) -> None:
    provider.lets_in(Client())
    provider.lets_in(Client())
    assert sum(url.endswith("/keys") for url in provider.requests) == 1

    provider.is_down = True
    with time_machine.travel(timezone.now() + timedelta(hours=3)):
        provider.asked_by(Client())
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert Client().get("/log-ind/myndighed/gladsaxe/").status_code == 403


def test_a_password_is_for_emergencies_where_the_authority_says_so(
    vestegnen: Vestegnen, provider: StandIn, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.administrator)
    set_provider(by, local_sign_in=LocalSignIn.EMERGENCY)
    coordinator, administrator = with_password(vestegnen.coordinator), with_password(vestegnen.administrator)
    officer = with_password(vestegnen.officer)

    assert "lukket for adgangskoder" in coordinator.gives_password().content.decode()
    assert not coordinator.is_in()
    # Administrators set up a second factor first, and other authorities' users notice nothing.
    assert administrator.gives_password().status_code == 302
    assert administrator.client.get("/brugere/")["Location"].startswith("/min-konto/andet-trin/")
    assert officer.gives_password().status_code == 302
    with as_owner():
        assert SignIn.objects.filter(user=vestegnen.officer).exists()


def test_signing_out_leads_to_where_one_signs_out_there(provider: StandIn) -> None:
    provider.lets_in(browser := Client())

    left = browser.post("/log-ud/")
    page = browser.get(left["Location"]).content.decode()
    there = browser.get("/log-ind/myndighed/gladsaxe/log-ud/")["Location"]

    assert "Log ud hos Gladsaxe Kommune" in page
    assert there.startswith("https://login.gladsaxe.example/end?client_id=rundbord")


def test_the_page_of_the_provider_says_when_it_was_last_heard(
    vestegnen: Vestegnen, provider: StandIn, client_of: ClientOf
) -> None:
    administrator = client_of(vestegnen.administrator)
    assert "Aldrig" in administrator.get("/brugere/log-ind/").content.decode()

    provider.lets_in(Client())

    text = administrator.get("/brugere/log-ind/").content.decode()
    assert "Test Testesen" in text
    with as_owner():
        assert IdentityProvider.objects.get().heard_at is not None
