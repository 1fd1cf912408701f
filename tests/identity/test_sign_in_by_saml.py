"""Signing in through a provider that speaks OIOSAML: who comes in, as what, once more, and out again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from lxml import etree

from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity import actions
from rundbord.identity.models import Duty, ExternalIdentity, IdentityProvider, SignIn, User
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen
from tests.identity.providers import set_saml_provider
from tests.identity.saml_provider import SamlStandIn, lay_our_key, our_pair, read_request
from tests.identity.saml_writing import (
    DIGST,
    SAML,
    SAMLP,
    UUID_OF_EMPLOYEE,
    group,
    pair_of,
    privilege_list,
    whole,
)
from tests.logs import all_words, entries_of, logged

PROTECTED = "/brugere/log-ind/oiosaml/"
ANEW = f"/log-ind/bekraeft/myndighed/?videre={PROTECTED}"
UNIT = "https://rundbord.example/constraints/enhed/1"


@pytest.fixture(autouse=True)
def _nothing_reaches_persons() -> None:
    """Let roles reach whom they reach, unlike in the other tests of signing in."""


def _user() -> User:
    with as_owner():
        return ExternalIdentity.objects.select_related("user").get(subject=UUID_OF_EMPLOYEE).user


def _duties_today() -> set[tuple[str, str]]:
    with as_owner():
        duties = Duty.objects.select_related("unit").filter(user=_user())
        return {(duty.unit.name, duty.role) for duty in duties if duty.holds_on(timezone.localdate())}


def _rights(*groups: str, **how: str) -> dict[str, list[str]]:
    return {"privilegesIntermediate": [privilege_list(*groups, **how)]}


def _refused(answer: HttpResponse, browser: Client) -> str:
    """Nobody came in, nobody was made."""
    assert answer.status_code == 403, answer.content.decode()
    assert settings.SIGN_IN_COOKIE not in browser.cookies
    with as_owner():
        assert not SignIn.objects.filter(identity__isnull=False).exists()
    return answer.content.decode()


def test_a_new_employee_comes_in_with_what_the_rights_mean(vestegnen: Vestegnen, saml: SamlStandIn) -> None:
    browser = Client()

    answer = saml.lets_in(browser)

    user = _user()
    assert answer["Location"] == "/"
    assert "Test Testesen" in browser.get("/min-konto/").content.decode()
    assert (user.authority_id, user.name, user.email) == (
        vestegnen.gladsaxe.pk,
        "Test Testesen",
        "test@kommunen.example",
    )
    assert _duties_today() == {("SSP Gladsaxe", "case_worker")}
    with as_owner():
        session = SignIn.objects.get(user=user)
    assert (session.proof, session.provider_session) == ("provider", "session-1")
    assert logged(Event.USER_CREATED, about=user) == 1
    assert UUID_OF_EMPLOYEE not in all_words()


def test_the_request_is_signed_and_asks_for_betydelig(saml: SamlStandIn) -> None:
    asked = saml.asked_by(Client()).request

    assert asked.get("ForceAuthn") is None
    assert asked.get("AssertionConsumerServiceURL") == f"{saml.here}svar/"
    assert asked.findtext(f"{{{SAML}}}Issuer") == saml.here
    context = asked.find(f"{{{SAMLP}}}RequestedAuthnContext")
    assert context is not None
    assert context.get("Comparison") == "minimum"
    assert str(context[0].text).endswith("/nsis/loa/Substantial")


def test_the_cookie_of_the_question_alone_follows_from_another_site(saml: SamlStandIn) -> None:
    browser = Client()
    asked = saml.asked_by(browser)
    [question] = [cookie for name, cookie in browser.cookies.items() if name.startswith(settings.PROVIDER_COOKIE)]
    assert (question["samesite"], question["secure"], question["httponly"]) == ("None", True, True)
    assert question["max-age"] == 600

    saml.answers(browser, asked)

    assert browser.cookies[settings.SIGN_IN_COOKIE]["samesite"] == "Lax"


@pytest.mark.parametrize(
    ("groups", "duties"),
    [
        ((group("urn:rundbord:ssp", "urn:rundbord:gade"),), {"case_worker", "reporter"}),
        ((group("urn:rundbord:ssp"), group("urn:rundbord:gade", cvr="87654321")), {"case_worker"}),
        ((group("urn:rundbord:gade", constraints=((UNIT, "Gadeteamet"),)),), {"reporter"}),
        ((group("urn:rundbord:ssp"), group("urn:rundbord:gade", constraints=((UNIT, "Andet"),))), {"case_worker"}),
        ((group("urn:rundbord:ssp"), group("urn:rundbord:gade", constraints=(("urn:kle", "1"),))), {"case_worker"}),
    ],
    ids=["two", "of another authority", "in its unit", "in another unit", "with an unknown constraint"],
)
def test_rights_are_those_of_the_own_number_within_their_constraints(
    groups: tuple[str, ...], duties: set[str], saml: SamlStandIn
) -> None:
    saml.of(**_rights(*groups)).lets_in(Client())

    assert {role for _, role in _duties_today()} == duties


def test_rights_in_the_other_namespace_count_as_well(saml: SamlStandIn) -> None:
    saml.of(**_rights(group("urn:rundbord:gade"), namespace=DIGST)).lets_in(Client())

    assert _duties_today() == {("Gadeteamet", "reporter")}


def test_duties_follow_the_rights_at_each_sign_in(saml: SamlStandIn) -> None:
    saml.lets_in(first := Client())

    saml.of(**_rights(group("urn:rundbord:gade"))).lets_in(Client())

    assert _duties_today() == {("Gadeteamet", "reporter")}
    assert first.get("/min-konto/")["Location"].startswith("/log-ind/")


def test_low_is_refused_for_a_role_that_reaches_persons(saml: SamlStandIn) -> None:
    browser = Client()

    assert "niveauet Lav" in _refused(saml.of(loa=["Low"]).lets_in(browser), browser)


def test_where_rights_do_not_come_along_administrators_bind_and_give_duties(
    vestegnen: Vestegnen, saml: SamlStandIn, actor_of: ActorOf
) -> None:
    by = actor_of(vestegnen.administrator)
    set_saml_provider(by, "", gives_rights=False)
    assert "ikke oprettet" in saml.lets_in(Client()).content.decode()

    with acting_for(by):
        actions.bind_identity(vestegnen.leader, f"urn:uuid:{UUID_OF_EMPLOYEE.upper()}", by=by)

    assert saml.lets_in(Client())["Location"] == "/"
    assert _user().pk == vestegnen.leader.pk


LIES: dict[str, tuple[str, dict[str, Any]]] = {
    "another issuer": ("issuer, assertion issuer", {"issuer": "https://login.evil.example"}),
    "another issuer in the assertion": ("assertion issuer", {"assertion_issuer": "https://login.evil.example"}),
    "another audience": ("audience", {"audience": "https://other.example/"}),
    "another destination": ("destination", {"destination": "https://other.example/"}),
    "another recipient": ("recipient", {"recipient": "https://other.example/"}),
    "another request": ("in response to, confirmed request", {"request": "_x"}),
    "another request confirmed": ("confirmed request", {"confirmed_request": "_x"}),
    "no request (begun by the provider)": ("in response to, confirmed request", {"request": ""}),
    "run out": ("holds until", {"holds_until": -4}),
    "confirmation run out": ("confirmed until", {"confirmed_until": -4}),
    "not yet": ("holds from", {"holds_from": 4}),
    "made long ago": ("issued, assertion issued", {"issued": -11}),
    "refused there": ("status", {"status": "urn:oasis:names:tc:SAML:2.0:status:Responder"}),
}


@pytest.mark.parametrize("name", LIES)
def test_an_answer_that_is_not_ours_now_lets_nobody_in(name: str, saml: SamlStandIn) -> None:
    reason, changed = LIES[name]
    browser = Client()

    _refused(saml.lets_in(browser, **changed), browser)

    assert f'{{"provider":"{reason}"}}' in all_words()


@pytest.mark.parametrize(
    ("reason", "changed"),
    [
        ("loa", {"loa": None}),
        ("specVersion", {"specVersion": ["DK-SAML-2.0"]}),
        ("uuid", {"persistent": None}),
        ("cvr", {"cvr": ["87654321"]}),
        ("cvr", {"cvr": None}),
    ],
)
def test_an_employee_of_whom_too_little_is_told_is_refused(
    reason: str, changed: dict[str, list[str] | None], saml: SamlStandIn
) -> None:
    browser = Client()

    _refused(saml.of(**changed).lets_in(browser), browser)

    assert f'{{"provider":"{reason}"}}' in all_words()


def test_an_answer_is_taken_once(saml: SamlStandIn) -> None:
    """Whoever took the posted form from a shared computer finds nothing to use."""
    browser, thief = Client(), Client()
    asked = saml.asked_by(browser)
    thief.cookies.load({name: cookie.value for name, cookie in browser.cookies.items()})
    assert saml.answers(browser, asked).status_code == 302

    assert saml.answers(thief, asked).status_code == 403
    assert settings.SIGN_IN_COOKIE not in thief.cookies


def test_a_message_is_taken_once_whatever_it_answers(saml: SamlStandIn) -> None:
    assert saml.lets_in(Client(), assertion_id="_same").status_code == 302

    assert saml.lets_in(Client(), assertion_id="_same").status_code == 403
    assert '{"provider":"message again"}' in all_words()


def test_an_answer_that_nobody_asked_for_lets_nobody_in(saml: SamlStandIn) -> None:
    """Begun by the provider, or by somebody who wants another to be signed in as themselves."""
    asked = saml.asked_by(Client())

    _refused(saml.answers(victim := Client(), asked), victim)


def test_an_answer_to_another_question_of_the_same_browser_is_refused(saml: SamlStandIn) -> None:
    browser = Client()
    first, second = saml.asked_by(browser), saml.asked_by(browser)

    _refused(saml.posts(browser, second, whole(saml.answer(first), saml.pair, our_pair())), browser)


def test_the_same_uuid_at_another_provider_is_another_user(
    vestegnen: Vestegnen, saml: SamlStandIn, actor_of: ActorOf
) -> None:
    saml.lets_in(Client())
    first = _user()
    other = SamlStandIn(entity="https://login.gladsaxe.example/nyt/saml", pair=pair_of("stranger"))
    set_saml_provider(actor_of(vestegnen.administrator), other.metadata())

    other.lets_in(Client())

    with as_owner():
        users = set(ExternalIdentity.objects.filter(subject=UUID_OF_EMPLOYEE).values_list("user_id", flat=True))
    assert len(users) == 2
    assert first.pk in users


def test_what_wants_a_fresh_proof_leads_to_the_provider_and_back(saml: SamlStandIn) -> None:
    saml.of(**_rights(group("urn:rundbord:admin"))).lets_in(browser := Client(), proved=-9)
    assert browser.get(PROTECTED)["Location"].startswith("/log-ind/bekraeft/")

    asked = saml.asked_by(browser, ANEW)
    # From another site no session cookie comes along: the question knows the session.
    session = browser.cookies.pop(settings.SIGN_IN_COOKIE)
    answer = saml.answers(browser, asked)

    assert asked.request.get("ForceAuthn") == "true"
    assert answer["Location"] == PROTECTED
    assert browser.cookies[settings.SIGN_IN_COOKIE].value != session.value
    assert browser.get(PROTECTED).status_code == 200
    assert len(entries_of(Event.PROVED, user=_user())) == 1


@pytest.mark.parametrize(
    ("changed", "told", "reason"),
    [
        ({"proved": -9}, {}, "ikke på ny"),
        ({}, {"loa": ["Low"]}, "Lav"),
        ({}, {"persistent": ["3f1b0c5e-0000-4000-8000-00000000a002"]}, "en anden bruger"),
    ],
)
def test_a_step_up_counts_only_for_the_same_user_anew_and_strongly(
    changed: dict[str, Any], told: dict[str, list[str] | None], reason: str, saml: SamlStandIn
) -> None:
    rights: dict[str, Any] = _rights(group("urn:rundbord:admin"))
    saml.of(**rights).lets_in(browser := Client(), proved=-9)

    answer = saml.of(**rights, **told).lets_in(browser, ANEW, **changed)

    assert answer.status_code == 403
    assert reason in answer.content.decode()
    assert browser.get(PROTECTED)["Location"].startswith("/log-ind/bekraeft/")


def test_a_session_that_ended_meanwhile_is_not_proved_anew(saml: SamlStandIn) -> None:
    saml.of(**_rights(group("urn:rundbord:admin"))).lets_in(browser := Client(), proved=-9)
    asked = saml.asked_by(browser, ANEW)
    browser.post("/log-ud/")

    assert saml.answers(browser, asked).status_code == 403


def test_two_certificates_hold_during_a_roll_over(vestegnen: Vestegnen, saml: SamlStandIn, actor_of: ActorOf) -> None:
    following = pair_of("following")
    saml.lets_in(first := Client())
    set_saml_provider(actor_of(vestegnen.administrator), saml.metadata(saml.pair, following))

    saml.lets_in(old := Client())
    saml.pair = following
    saml.lets_in(new := Client())

    assert all(browser.get("/min-konto/").status_code == 200 for browser in (first, old, new))


def test_a_key_of_ours_that_follows_is_published_and_reads(saml: SamlStandIn, tmp_path: Path) -> None:
    lay_our_key(tmp_path, pair=pair_of("own following"), ending=".saml-next.pem")

    told = Client().get("/log-ind/myndighed/gladsaxe/saml/").content.decode()

    assert told.count("<md:KeyDescriptor") == 4
    assert pair_of("own following").base64 in told


def test_our_metadata_says_what_we_demand_and_stands_before_the_provider_is_open(
    vestegnen: Vestegnen, saml: SamlStandIn, actor_of: ActorOf
) -> None:
    set_saml_provider(actor_of(vestegnen.administrator), "", is_open=False)

    answer = Client().get("/log-ind/myndighed/gladsaxe/saml/")

    told = etree.fromstring(answer.content)
    assert answer["Content-Type"] == "application/samlmetadata+xml"
    assert told.get("entityID") == saml.here
    assert told[0].get("AuthnRequestsSigned") == told[0].get("WantAssertionsSigned") == "true"
    assert Client().get("/log-ind/myndighed/herlev/saml/").status_code == 404


@pytest.mark.parametrize("mode", [0o644, 0o640])
def test_a_key_that_others_can_read_is_not_used(mode: int, saml: SamlStandIn, tmp_path: Path) -> None:
    (tmp_path / "gladsaxe.saml.pem").chmod(mode)

    assert Client().get("/log-ind/myndighed/gladsaxe/").status_code == 403
    assert Client().get("/log-ind/myndighed/gladsaxe/saml/").status_code == 404


def test_who_logs_out_there_is_out_here_and_the_provider_is_told(saml: SamlStandIn) -> None:
    saml.lets_in(browser := Client())
    saml.lets_in(other := Client(), session="session-2")

    answer = saml.logs_out(Client(), "session-1")

    told = read_request(answer["Location"])
    assert told.request.get("InResponseTo") == "_logout-1"
    assert told.relay == "tilbage"
    assert browser.get("/min-konto/").status_code == 302
    assert other.get("/min-konto/").status_code == 200
    saml.logs_out(Client())
    assert other.get("/min-konto/").status_code == 302
    assert len(entries_of(Event.SESSION_ENDED, user=_user())) == 2


@pytest.mark.parametrize(
    "changed",
    [
        {"pair": pair_of("stranger")},
        {"issuer": "https://login.evil.example"},
        {"to": "https://other.example/"},
        {"at": "2020-01-01T00:00:00Z"},
    ],
)
def test_a_logout_that_is_not_the_providers_now_ends_nothing(changed: dict[str, Any], saml: SamlStandIn) -> None:
    saml.lets_in(browser := Client())

    assert saml.logs_out(Client(), **changed).status_code == 400
    assert browser.get("/min-konto/").status_code == 200


def test_a_logout_without_signature_ends_nothing(saml: SamlStandIn) -> None:
    saml.lets_in(browser := Client())
    sent = saml.logs_out(Client(), name="ukendt")
    query = str(sent.wsgi_request.META["QUERY_STRING"])  # type: ignore[attr-defined]
    where = f"{saml.here}afslut/".removeprefix(settings.ORIGIN)

    for changed in (query.partition("&Signature")[0], query.replace("sha256", "sha1"), f"{query}&SAMLRequest=x"):
        assert Client().get(f"{where}?{changed}").status_code == 400
    assert browser.get("/min-konto/").status_code == 200


def test_who_signs_out_here_is_led_to_sign_out_there(saml: SamlStandIn) -> None:
    saml.lets_in(browser := Client())

    left = browser.post("/log-ud/")
    page = browser.get(left["Location"]).content.decode()
    link = page.partition('href="/log-ind/myndighed/gladsaxe/log-ud/')[2].partition('"')[0]
    there = browser.get(f"/log-ind/myndighed/gladsaxe/log-ud/{link}")["Location"]

    told = read_request(there).request
    assert there.startswith("https://login.gladsaxe.example/ud?")
    assert told.findtext(f"{{{SAML}}}NameID") == "urn-uuid-navn-1"
    assert told.findtext(f"{{{SAMLP}}}SessionIndex") == "session-1"
    back = browser.get(f"{saml.here}afslut/?SAMLResponse=x".removeprefix(settings.ORIGIN))
    assert back["Location"] == "/log-ind/"


def test_nobody_is_led_to_sign_out_of_a_session_that_goes_on(saml: SamlStandIn) -> None:
    saml.lets_in(Client())

    assert Client().get("/log-ind/myndighed/gladsaxe/log-ud/?session=x")["Location"].endswith("/log-ind/")


def test_addresses_of_saml_are_none_where_the_provider_speaks_otherwise(provider: object) -> None:
    where = "/log-ind/myndighed/gladsaxe/saml/"

    assert Client().get(where).status_code == 404
    assert Client().post(f"{where}svar/", {"SAMLResponse": "x", "RelayState": "x"}).status_code == 404
    assert Client().get(f"{where}afslut/").status_code == 404


def test_a_provider_that_speaks_saml_now_ends_the_sessions_of_the_other(
    vestegnen: Vestegnen, saml: SamlStandIn, actor_of: ActorOf
) -> None:
    saml.lets_in(browser := Client())

    set_saml_provider(actor_of(vestegnen.administrator), "", cvr="87654321")

    assert browser.get("/min-konto/").status_code == 302
    with as_owner():
        assert IdentityProvider.objects.get().cvr == "87654321"
