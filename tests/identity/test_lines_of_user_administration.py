"""An authority's user administration tells of its users (SCIM), its provider of sessions: leavers are out at once."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.audit import Event
from rundbord.identity import actions
from rundbord.identity.models import Duty, ExternalIdentity, IdentityProvider, SignIn, User
from rundbord.identity.queries import sign_in_of
from rundbord.identity.rules import Told, Unreadable, told_in, told_in_patch, wanted_by
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, Vestegnen
from tests.identity.providers import set_provider
from tests.identity.stand_in_provider import LOGOUT, NOBODY, StandIn, key_of
from tests.logs import all_words, logged

NEW = {"externalId": "medarbejder-9", "userName": "Ny.Testesen@gladsaxe.example", "displayName": "Ny Testesen"}
LEAVER = {"Operations": [{"op": "Replace", "path": "active", "value": False}]}


class Line:
    """The user administration of one authority, with its token."""

    def __init__(self, token: str, code: str = "gladsaxe") -> None:
        self.client, self.code = Client(enforce_csrf_checks=True), code
        self.headers = {"Authorization": f"Bearer {token}"}

    def says(self, method: str, path: str = "", body: object = None) -> HttpResponse:
        """Call the line."""
        told = json.dumps(body) if body is not None else ""
        address = f"/scim/v2/{self.code}/Users{path}"
        return self.client.generic(method, address, told, "application/scim+json", headers=self.headers)  # type: ignore[return-value]

    def adds(self, **changed: object) -> str:
        """Tell of a new user, and give the id."""
        answer = self.says("POST", "", {**NEW, **changed})
        assert answer.status_code == 201, answer.content
        return str(json.loads(answer.content)["id"])


@pytest.fixture
def line(vestegnen: Vestegnen, provider: StandIn, actor_of: ActorOf) -> Line:
    """Gladsaxe's line."""
    by = actor_of(vestegnen.administrator)
    with acting_for(by):
        return Line(actions.make_line_token(by=by))


def _user(subject: str = "medarbejder-9") -> User:
    with as_owner():
        return ExternalIdentity.objects.select_related("user").get(subject=subject).user


def test_a_new_employee_is_told_of_and_has_no_duty_until_a_right_gives_one(line: Line, provider: StandIn) -> None:
    line.adds()

    user = _user()
    assert (user.name, user.sign_in_name) == ("Ny Testesen", "ny.testesen")
    with as_owner():
        assert not Duty.objects.filter(user=user).exists()
        assert IdentityProvider.objects.get().heard_at is not None
    assert logged(Event.USER_CREATED, about=user) == 1
    answer = provider.of(sub="medarbejder-9", roles=["rundbord-gade"]).lets_in(Client())
    assert answer["Location"] == "/"
    assert _user().pk == user.pk


@pytest.mark.parametrize("way", ["PATCH", "PUT", "DELETE"])
def test_a_leaver_is_out_at_the_next_request(way: str, line: Line, provider: StandIn) -> None:
    """Not at the next sign-in, and not when the session runs out: at once."""
    line.adds()
    provider.of(sub="medarbejder-9", roles=["rundbord-gade"]).lets_in(browser := Client())
    assert browser.get("/min-konto/").status_code == 200
    begun = time.monotonic()

    body = {"PATCH": LEAVER, "PUT": {**NEW, "active": False}, "DELETE": None}[way]
    answer = line.says(way, f"/{_user().pk}", body)

    assert answer.status_code in {200, 204}
    assert browser.get("/min-konto/").status_code == 302
    assert time.monotonic() - begun < 5
    assert "Din bruger er lukket" in provider.lets_in(Client()).content.decode()
    assert logged(Event.USER_DEACTIVATED, about=_user()) == 1


def test_a_live_page_of_a_leaver_ends_too(line: Line, provider: StandIn) -> None:
    line.adds()
    provider.of(sub="medarbejder-9", roles=["rundbord-ssp"]).lets_in(browser := Client())

    assert browser.get("/forbindelse/", headers={"X-Background": "1"}).status_code == 200

    line.says("PATCH", f"/{_user().pk}", LEAVER)

    assert browser.get("/forbindelse/", headers={"X-Background": "1"}).status_code == 401


def test_who_comes_back_comes_in_again_but_the_old_session_does_not(line: Line, provider: StandIn) -> None:
    line.adds()
    provider.of(sub="medarbejder-9", roles=["rundbord-gade"]).lets_in(old := Client())
    line.says("PATCH", f"/{_user().pk}", LEAVER)

    line.says("PATCH", f"/{_user().pk}", {"Operations": [{"op": "replace", "value": {"active": "True"}}]})

    assert old.get("/min-konto/").status_code == 302
    assert provider.lets_in(Client()).status_code == 302
    assert logged(Event.USER_REACTIVATED, about=_user()) == 1


def test_a_user_is_found_by_name_and_by_identity(line: Line) -> None:
    made = line.adds()
    for wanted in ('userName eq "NY.testesen@gladsaxe.example"', 'externalId eq "medarbejder-9"'):
        found = json.loads(line.says("GET", f"?filter={wanted}").content)
        assert (found["totalResults"], found["Resources"][0]["id"]) == (1, made)
        assert found["Resources"][0]["externalId"] == "medarbejder-9"

    assert json.loads(line.says("GET", '?filter=userName eq "en-anden"').content)["totalResults"] == 0
    assert line.says("GET", '?filter=userName sw "n"').status_code == 400
    assert json.loads(line.says("GET", "?count=0").content)["totalResults"] == 1


def test_name_and_mail_follow(line: Line) -> None:
    line.adds()
    told = {**NEW, "displayName": "Nyt Navn", "emails": [{"value": "nyt@gladsaxe.example", "primary": True}]}

    line.says("PUT", f"/{_user().pk}", told)

    assert (_user().name, _user().email) == ("Nyt Navn", "nyt@gladsaxe.example")


def test_nobody_takes_anothers_place(line: Line) -> None:
    line.adds()

    assert line.says("POST", "", NEW).status_code == 409
    assert line.says("PUT", f"/{_user().pk}", {**NEW, "externalId": "en-anden"}).status_code == 400
    line.says("PATCH", f"/{_user().pk}", {"Operations": [{"op": "replace", "path": "externalId", "value": "x"}]})
    assert _user().name == "Ny Testesen"


@pytest.mark.parametrize(
    "body",
    [
        {"Operations": [{"op": "replace", "path": "active", "value": "nej"}]},
        {"Operations": [{"op": "remove", "path": "active"}]},
        {"Operations": []},
        {"Operations": "x"},
        ["x"],
        "x",
        {"Operations": [{"op": "replace", "value": "x"}]},
        {"Operations": [{"op": "replace", "path": "displayName", "value": ["x"]}]},
    ],
)
def test_what_is_not_understood_changes_nothing_and_says_so(body: object, line: Line) -> None:
    line.adds()

    assert line.says("PATCH", f"/{_user().pk}", body).status_code == 400
    assert _user().closed_at is None


def test_hostile_bodies_are_answered_and_never_fail(line: Line) -> None:
    address = "/scim/v2/gladsaxe/Users"
    for body, kind in ((b"{", "application/json"), (b"\xff", "application/json"), (b"[" * 9000, "application/json")):
        assert line.client.generic("POST", address, body, kind, headers=line.headers).status_code == 400
    form = line.client.post(address, {"userName": "x"}, headers=line.headers)
    assert form.status_code == 400
    assert line.client.generic("POST", address, b'"' + b"x" * 70_000 + b'"', headers=line.headers).status_code == 400


@pytest.mark.parametrize("bearer", ["", "Bearer ", "Bearer wrong", "Basic eA==", "Bearer \x00"])
def test_whoever_does_not_bear_the_token_learns_nothing(bearer: str, line: Line) -> None:
    line.adds()
    line.headers = {"Authorization": bearer}
    known, unknown = line.says("GET"), Line("x", code="findes-ikke").says("GET")

    assert known.status_code == unknown.status_code == 401
    assert known.content == unknown.content
    assert line.says("PATCH", f"/{_user().pk}", LEAVER).status_code == 401
    assert _user().closed_at is None


def test_one_authoritys_line_neither_sees_nor_closes_anothers_users(
    vestegnen: Vestegnen, line: Line, actor_of: ActorOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "PROVIDER_HOSTS", ("login.gladsaxe.example", "login.herlev.example"))
    line.adds()
    by = actor_of(rows.user(vestegnen.herlev_ssp, Role.ADMINISTRATOR))
    set_provider(by, issuer="https://login.herlev.example")
    with acting_for(by):
        other = Line(actions.make_line_token(by=by), code="herlev")

    assert json.loads(other.says("GET").content)["totalResults"] == 0
    assert other.says("PATCH", f"/{_user().pk}", LEAVER).status_code == 404
    assert other.says("DELETE", f"/{vestegnen.coordinator.pk}").status_code == 404
    # Its token does not open the other's address either.
    other.code = "gladsaxe"
    assert other.says("GET").status_code == 401
    assert _user().closed_at is None


def test_users_whom_the_provider_does_not_know_are_none_of_the_lines_business(vestegnen: Vestegnen, line: Line) -> None:
    assert line.says("GET", f"/{vestegnen.coordinator.pk}").status_code == 404
    assert line.says("DELETE", f"/{vestegnen.coordinator.pk}").status_code == 404


def test_a_key_that_was_struck_opens_nothing(vestegnen: Vestegnen, line: Line, actor_of: ActorOf) -> None:
    by = actor_of(vestegnen.administrator)
    with acting_for(by):
        actions.strike_line_token(by=by)

    assert line.says("GET").status_code == 401


def test_the_line_says_what_it_can(line: Line) -> None:
    told = json.loads(line.client.get("/scim/v2/gladsaxe/ServiceProviderConfig", headers=line.headers).content)

    assert told["patch"]["supported"] is True
    assert told["bulk"]["supported"] is False


def test_no_name_and_no_identity_stands_in_the_log(line: Line) -> None:
    line.adds()
    line.says("PATCH", f"/{_user().pk}", LEAVER)

    for word in ("medarbejder-9", "Testesen", "gladsaxe.example"):
        assert word not in all_words()


def test_words_of_a_line_are_read_as_they_are_meant() -> None:
    assert told_in({"name": {"givenName": "Test", "familyName": "Testesen"}}) == Told(name="Test Testesen")
    assert told_in_patch({"operations": [{"OP": "add", "PATH": "displayname", "VALUE": "x"}]}) == Told(name="x")
    assert told_in_patch({"Operations": [{"op": "add", "path": "roles", "value": "admin"}]}) == Told()
    assert wanted_by("") is None
    for wrong in ('userName eq "a" or active eq true', "userName", 'userName eq "a\\""'):
        with pytest.raises(Unreadable):
            wanted_by(wrong)
    for emails in ("x", ["x"], [{"value": 1}]):
        with pytest.raises(Unreadable):
            told_in({"emails": emails})
    with pytest.raises(Unreadable):
        told_in_patch({"Operations": [{"op": "add", "path": {}, "value": False}]})


def _ends(token: str, code: str = "gladsaxe") -> int:
    return (
        Client(enforce_csrf_checks=True).post(f"/log-ind/myndighed/{code}/afslut/", {"logout_token": token}).status_code
    )


@pytest.mark.parametrize("named", [{"sid": "session-1"}, {"sub": "medarbejder-1"}])
def test_a_logout_at_the_provider_ends_the_session_here(named: dict[str, object], provider: StandIn) -> None:
    provider.lets_in(browser := Client())
    assert browser.get("/min-konto/").status_code == 200

    assert _ends(provider.logout_token(**named)) == 200

    assert browser.get("/min-konto/").status_code == 302


def test_a_logout_of_one_session_leaves_the_others(provider: StandIn) -> None:
    provider.lets_in(one := Client())
    provider.of(roles=["rundbord-ssp"], sid="session-2").lets_in(two := Client())

    _ends(provider.logout_token(sid="session-1", sub="medarbejder-1"))

    assert one.get("/min-konto/").status_code == 302
    assert two.get("/min-konto/").status_code == 200


def _unit_of(browser: Client) -> str:
    found = sign_in_of(browser.cookies[settings.SIGN_IN_COOKIE].value)
    return found.duty.unit.name if found else ""


def test_a_switch_of_seat_does_not_escape_the_logout(vestegnen: Vestegnen, provider: StandIn) -> None:
    provider.of(roles=["rundbord-ssp", "rundbord-gade"]).lets_in(browser := Client())
    seats = browser.get("/vaelg-myndighed/").context["seats"]
    [street] = [seat for seat in seats if seat.unit_name == "Gadeteamet"]
    browser.post("/vaelg-myndighed/", {"seat": street.key})
    assert "Gadeteamet" in _unit_of(browser)

    _ends(provider.logout_token(sid="session-1"))

    assert browser.get("/min-konto/").status_code == 302


def test_an_old_logout_ends_no_session_that_began_after_it(provider: StandIn) -> None:
    provider.lets_in(Client())
    old = provider.logout_token(sub="medarbejder-1", iat=int(timezone.now().timestamp()) - 400)
    provider.lets_in(browser := Client())

    assert _ends(old) == 200
    assert browser.get("/min-konto/").status_code == 200


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "https://login.evil.example"},
        {"aud": "other"},
        {"events": NOBODY},
        {"nonce": "n"},
        {"sid": NOBODY},
        {"iat": 1},
    ],
    ids=str,
)
def test_a_forged_logout_ends_nothing(changed: dict[str, Any], provider: StandIn) -> None:
    provider.lets_in(browser := Client())

    assert _ends(provider.logout_token(**{"sid": "session-1", **changed})) == 400
    assert browser.get("/min-konto/").status_code == 200


def test_nobody_else_ends_sessions(provider: StandIn) -> None:
    """Neither by another's key, nor by an ID token, nor by nothing at all."""
    provider.lets_in(browser := Client())
    stranger = StandIn(key=key_of("two"))

    for token in (stranger.logout_token(sid="session-1"), provider.token("n", events={LOGOUT: {}}), "", "x.y.z"):
        assert _ends(token) == 400
    assert _ends(provider.logout_token(sid="session-1"), code="findes-ikke") == 404
    assert browser.get("/min-konto/").status_code == 200


def test_a_logout_reaches_sessions_of_the_provider_alone(vestegnen: Vestegnen, provider: StandIn) -> None:
    """Whoever came in by password stays: the provider knows nothing of it."""
    provider.lets_in(Client())
    with as_owner():
        duty = Duty.objects.get(user=vestegnen.coordinator)
        now = timezone.now()
        other = SignIn.objects.create(
            user=vestegnen.coordinator, duty=duty, token_hash=b"x", started_at=now, seen_at=now
        )

    _ends(provider.logout_token(sub="medarbejder-1"))

    with as_owner():
        assert SignIn.objects.get(pk=other.pk).ended_at is None
