"""What must not be believed of a provider's answer: every attack of the reference that an OIDC client can meet."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import connections
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from joserfc import jwt
from joserfc.jwk import OctKey

from rundbord.access.actor import system_of
from rundbord.access.roles import Role
from rundbord.access.session import acting_for, speaking_as
from rundbord.identity.models import Duty, ExternalIdentity, IdentityProvider, SignIn, User
from rundbord.identity.rules import Expected, objections_to_id_token, objections_to_logout_token
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, ClientOf, Vestegnen
from tests.identity.providers import ISSUER, means, set_provider
from tests.identity.stand_in_provider import LOGOUT, NOBODY, Asked, StandIn, key_of
from tests.logs import all_words

NOW = 1_800_000_000
TOKEN: dict[str, object] = {
    "iss": "https://a.example",
    "aud": "rundbord",
    "sub": "x",
    "iat": NOW,
    "exp": NOW + 300,
    "nonce": "n",
}


EXPECTED = Expected(
    issuer="https://a.example", client_id="rundbord", now=datetime.fromtimestamp(NOW, tz=UTC), nonce="n"
)


def test_a_token_as_agreed_is_believed() -> None:
    assert objections_to_id_token({"alg": "RS256"}, TOKEN, EXPECTED) == []
    assert objections_to_id_token({"typ": "JWT"}, {**TOKEN, "aud": ["rundbord"], "azp": "rundbord"}, EXPECTED) == []


@pytest.mark.parametrize(
    ("changed", "objection"),
    [
        ({"iss": "https://b.example"}, "iss"),
        ({"iss": "https://a.example/"}, "iss"),
        ({"iss": None}, "iss"),
        ({"aud": "other"}, "aud"),
        ({"aud": ["rundbord", "other"]}, "aud"),
        ({"aud": []}, "aud"),
        ({"azp": "other"}, "azp"),
        ({"exp": NOW - 181}, "exp"),
        ({"exp": "soon"}, "exp"),
        ({"exp": True}, "exp"),
        ({"exp": float("inf")}, "exp"),
        ({"exp": None}, "exp"),
        ({"iat": NOW - 601}, "iat"),
        ({"iat": NOW + 181}, "iat"),
        ({"iat": None}, "iat"),
        ({"nbf": NOW + 181}, "nbf"),
        ({"nonce": "m"}, "nonce"),
        ({"nonce": None}, "nonce"),
        ({"nonce": ["n"]}, "nonce"),
        ({"sub": ""}, "sub"),
        ({"sub": 7}, "sub"),
        ({"sub": "x" * 256}, "sub"),
        ({"sub": "x\x00y"}, "sub"),
        ({"auth_time": "yesterday"}, "auth_time"),
        ({"events": {LOGOUT: {}}}, "typ"),
    ],
)
def test_a_token_that_says_otherwise_is_not(changed: dict[str, object], objection: str) -> None:
    assert objections_to_id_token({}, {**TOKEN, **changed}, EXPECTED) == [objection]


@pytest.mark.parametrize("typ", ["logout+jwt", "at+jwt", "AT+JWT"])
def test_a_token_of_another_kind_is_no_id_token(typ: str) -> None:
    assert objections_to_id_token({"typ": typ}, TOKEN, EXPECTED) == ["typ"]


def test_without_a_question_no_token_answers() -> None:
    assert objections_to_id_token({}, {**TOKEN, "nonce": ""}, replace(EXPECTED, nonce="")) == ["nonce"]


LOGOUT_TOKEN: dict[str, object] = {
    "iss": "https://a.example",
    "aud": "rundbord",
    "iat": NOW,
    "sid": "s",
    "events": {LOGOUT: {}},
}


@pytest.mark.parametrize(
    ("changed", "objections"),
    [
        ({}, []),
        ({"sub": "x"}, []),
        ({"nonce": "n"}, ["nonce"]),
        ({"events": {}}, ["events"]),
        ({"events": [LOGOUT]}, ["events"]),
        ({"events": None}, ["events"]),
        ({"sid": ""}, ["sub"]),
        ({"sid": 1}, ["sub"]),
        ({"iat": NOW - 601}, ["iat"]),
        ({"exp": NOW - 181}, ["exp"]),
        ({"aud": "other"}, ["aud"]),
        ({"iss": "https://b.example"}, ["iss"]),
    ],
)
def test_a_logout_token_is_as_strictly_read(changed: dict[str, object], objections: list[str]) -> None:
    told = {**LOGOUT_TOKEN, **changed}

    assert objections_to_logout_token({"typ": "logout+jwt"}, told, EXPECTED) == objections


def _refused(answer: HttpResponse, browser: Client) -> None:
    """Nobody came in, nobody was made, nothing was given."""
    assert answer.status_code == 403, answer.content.decode()
    assert settings.SIGN_IN_COOKIE not in browser.cookies
    with as_owner():
        assert not ExternalIdentity.objects.exists()
        assert not SignIn.objects.filter(identity__isnull=False).exists()


def _unsigned(token: str, **header: object) -> str:
    told = base64.urlsafe_b64encode(json.dumps(header).encode()).rstrip(b"=").decode()
    return f"{told}.{token.split('.')[1]}."


def _with_public_key(provider: StandIn, nonce: str) -> str:
    """Take the key that everybody has for a secret that signs (key confusion)."""
    secret = OctKey.import_key(base64.b64encode(provider.key.as_pem(private=False)))
    claims = json.loads(base64.urlsafe_b64decode(provider.token(nonce).split(".")[1] + "=="))
    return jwt.encode({"alg": "HS256", "kid": "one"}, claims, secret, algorithms=["HS256"])


def _by_anothers_key(provider: StandIn, nonce: str) -> str:
    return StandIn(key=key_of("two")).of(**provider.claims).token(nonce)


def _key_in_header(provider: StandIn, nonce: str) -> str:
    """Bring the key along in the token itself."""
    stranger = key_of("two")
    claims = json.loads(base64.urlsafe_b64decode(provider.token(nonce).split(".")[1] + "=="))
    header = {"alg": "RS256", "jwk": stranger.as_dict(private=False)}
    return jwt.encode(header, claims, stranger)


FORGED: dict[str, Callable[[StandIn, str], str]] = {
    "alg none": lambda provider, nonce: _unsigned(provider.token(nonce), alg="none"),
    "alg None": lambda provider, nonce: _unsigned(provider.token(nonce), alg="None", kid="one"),
    "no signature": lambda provider, nonce: provider.token(nonce).rpartition(".")[0] + ".",
    "HS256 with the public key": _with_public_key,
    "another's key": _by_anothers_key,
    "a key in the header": _key_in_header,
    "another issuer, same subject": lambda provider, nonce: provider.token(nonce, iss="https://login.evil.example"),
    "for somebody else": lambda provider, nonce: provider.token(nonce, aud="other-client"),
    "for others too": lambda provider, nonce: provider.token(nonce, aud=["rundbord", "other-client"]),
    "run out": lambda provider, nonce: provider.token(nonce, exp=int(timezone.now().timestamp()) - 600),
    "made long ago": lambda provider, nonce: provider.token(nonce, iat=int(timezone.now().timestamp()) - 3600),
    "made tomorrow": lambda provider, nonce: provider.token(nonce, iat=int(timezone.now().timestamp()) + 86400),
    "another question's": lambda provider, nonce: provider.token("another-nonce"),
    "no nonce": lambda provider, nonce: provider.token(nonce, nonce=NOBODY),
    "no subject": lambda provider, nonce: provider.token(nonce, sub=NOBODY),
    "changed after signing": lambda provider, nonce: _changed(provider.token(nonce)),
    "a logout token": lambda provider, nonce: provider.logout_token(sub="medarbejder-1", nonce=nonce),
    "five parts": lambda provider, nonce: "a.b.c.d.e",
    "no token": lambda provider, nonce: "x",
}


def _changed(token: str) -> str:
    header, claims, signature = token.split(".")
    told = json.loads(base64.urlsafe_b64decode(claims + "=="))
    told["sub"] = "direktoeren"
    written = base64.urlsafe_b64encode(json.dumps(told).encode()).rstrip(b"=").decode()
    return f"{header}.{written}.{signature}"


# For which reason each is refused, so that none of them is refused by chance.
REASONS = {
    **dict.fromkeys(("another issuer, same subject",), "iss"),
    **dict.fromkeys(("for somebody else", "for others too"), "aud"),
    **dict.fromkeys(("made long ago", "made tomorrow"), "iat"),
    **dict.fromkeys(("another question's", "no nonce"), "nonce"),
    **dict.fromkeys(("five parts", "no token"), "form"),
    "run out": "exp",
    "no subject": "sub",
    "a logout token": "typ, exp",
}


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_token_lets_nobody_in(name: str, provider: StandIn) -> None:
    browser = Client()
    asked = provider.asked_by(browser)

    _refused(provider.answers(browser, asked, FORGED[name](provider, asked.nonce)), browser)

    assert f'{{"provider":"{REASONS.get(name, "signature")}"}}' in all_words()


@pytest.mark.parametrize(
    "kept",
    [
        lambda key: {"kty": "oct", "k": "c2VjcmV0", "kid": "one"},
        lambda key: {**key.as_dict(private=False), "use": "enc"},
        lambda key: key.as_dict(private=True),
    ],
    ids=["a shared secret", "for encryption", "a private half"],
)
def test_a_key_that_must_not_verify_is_never_kept(kept: Any, provider: StandIn) -> None:
    provider.public_keys = [kept(provider.key)]

    assert Client().get("/log-ind/myndighed/gladsaxe/").status_code == 403
    with as_owner():
        assert IdentityProvider.objects.get().published_keys is None


def test_an_answer_is_taken_once(provider: StandIn) -> None:
    """Whoever reads the address in a browser's history finds nothing to use."""
    browser, thief = Client(), Client()
    asked = provider.asked_by(browser)
    thief.cookies.load({name: cookie.value for name, cookie in browser.cookies.items()})
    assert provider.answers(browser, asked).status_code == 302

    again = provider.answers(thief, asked)

    assert again.status_code == 403
    assert settings.SIGN_IN_COOKIE not in thief.cookies


def test_an_answer_in_another_browser_than_asked_lets_nobody_in(provider: StandIn) -> None:
    """Nobody is signed in as somebody else by a link (sign-in forgery)."""
    asked = provider.asked_by(Client())

    _refused(provider.answers(victim := Client(), asked), victim)


def test_a_code_that_was_injected_does_not_fit_the_verifier(provider: StandIn) -> None:
    stolen = provider.asked_by(Client())
    own = provider.asked_by(browser := Client())
    mixed = Asked(state=own.state, nonce=own.nonce, challenge=stolen.challenge, all=own.all)

    _refused(provider.answers(browser, mixed), browser)


@pytest.mark.parametrize("told", [{"state": "x" * 43}, {"state": ""}, {"code": ""}, {"error": "access_denied"}])
def test_an_answer_without_state_or_code_lets_nobody_in(told: dict[str, str], provider: StandIn) -> None:
    browser = Client()

    _refused(provider.answers(browser, provider.asked_by(browser), **told), browser)


@pytest.mark.parametrize("iss", ["https://login.evil.example", ""])
def test_an_answer_that_says_it_is_anothers_or_does_not_say_is_refused(iss: str, provider: StandIn) -> None:
    """Mix-up: the answer of one provider brought where another's is awaited (RFC 9207)."""
    browser = Client()
    asked = provider.asked_by(browser)

    _refused(provider.answers(browser, asked, iss=iss), browser)


def test_an_answer_that_comes_too_late_is_refused(provider: StandIn) -> None:
    browser = Client()
    asked = provider.asked_by(browser)

    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        _refused(provider.answers(browser, asked), browser)


def test_a_question_that_somebody_wrote_themselves_is_none(provider: StandIn) -> None:
    asked = provider.asked_by(browser := Client())
    [name] = [name for name in browser.cookies if name.startswith(settings.PROVIDER_COOKIE)]
    browser.cookies[name] = browser.cookies[name].value[:-2] + "xx"

    _refused(provider.answers(browser, asked), browser)


def test_the_cookie_of_a_question_is_out_of_reach_of_scripts_and_short_lived(provider: StandIn) -> None:
    provider.asked_by(browser := Client())
    [cookie] = [cookie for name, cookie in browser.cookies.items() if name.startswith(settings.PROVIDER_COOKIE)]

    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["max-age"] == 600


def test_a_session_that_was_planted_is_not_the_one_that_comes_in(provider: StandIn, client_of: ClientOf) -> None:
    """Session fixation: signing in makes a token that nobody has seen."""
    browser = Client()
    browser.cookies[settings.SIGN_IN_COOKIE] = "planted-by-somebody-else"

    provider.lets_in(browser)

    assert browser.cookies[settings.SIGN_IN_COOKIE].value != "planted-by-somebody-else"


@pytest.mark.parametrize("where", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:x"])
def test_nobody_is_led_elsewhere_after_signing_in(where: str, provider: StandIn) -> None:
    browser = Client()
    asked = provider.asked_by(browser, f"/log-ind/myndighed/gladsaxe/?videre={where}")

    assert provider.answers(browser, asked)["Location"] == "/"


def test_a_provider_that_publishes_another_issuer_is_not_asked(provider: StandIn) -> None:
    provider.issuer = "https://login.evil.example"

    assert Client().get("/log-ind/myndighed/gladsaxe/").status_code == 403


@pytest.fixture
def two(vestegnen: Vestegnen, provider: StandIn, actor_of: ActorOf, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """Herlev has a provider too, which means harm: it says whatever it wants of whomever it wants."""
    monkeypatch.setattr(settings, "PROVIDER_HOSTS", ("login.gladsaxe.example", "login.herlev.example"))
    hostile = StandIn(code="herlev", issuer="https://login.herlev.example", key=key_of("two"))
    both = {provider.issuer: provider, hostile.issuer: hostile}

    def ask(url: str, **told: Any) -> dict[str, Any]:
        return next(each for issuer, each in both.items() if url.startswith(issuer)).ask(url, **told)

    for module in ("published", "signing_in"):
        monkeypatch.setattr(f"rundbord.identity.providers.{module}.ask", ask)
    by = actor_of(rows.user(vestegnen.herlev_ssp, Role.ADMINISTRATOR))
    set_provider(by, issuer=hostile.issuer)
    means("rundbord-ssp", vestegnen.herlev_ssp, Role.CASE_WORKER, by=by)
    return hostile.of(roles=["rundbord-ssp", "rundbord-admin", "rundbord-gade"])


def _signed(hostile: StandIn, nonce: str, **claims: object) -> str:
    """Sign under the name that the other's key set knows."""
    token = hostile.token(nonce, **claims)
    told = json.loads(base64.urlsafe_b64decode(token.split(".")[1] + "=="))
    return jwt.encode({"alg": "RS256", "kid": "two"}, told, hostile.key)


def test_a_hostile_provider_gives_nothing_in_another_authority(
    vestegnen: Vestegnen, provider: StandIn, two: StandIn
) -> None:
    """The same subject, the rights by the names that Gladsaxe uses: what comes is a user of Herlev."""
    provider.lets_in(Client())
    browser = Client()
    asked = two.asked_by(browser)

    two.answers(browser, asked, _signed(two, asked.nonce))

    with as_owner():
        users = {each.user.authority_id: each.user for each in ExternalIdentity.objects.select_related("user")}
        duties = set(Duty.objects.filter(user=users[vestegnen.herlev.pk]).values_list("authority_id", "role"))
    assert set(users) == {vestegnen.gladsaxe.pk, vestegnen.herlev.pk}
    assert duties == {(vestegnen.herlev.pk, "case_worker")}


def test_a_hostile_provider_that_speaks_as_another_is_refused(provider: StandIn, two: StandIn) -> None:
    """Its own key, the other's issuer; brought to its own address, and to the other's."""
    browser = Client()
    asked = two.asked_by(browser)
    _refused(two.answers(browser, asked, _signed(two, asked.nonce, iss=ISSUER)), browser)

    asked = provider.asked_by(browser)
    _refused(provider.answers(browser, asked, _signed(two, asked.nonce, iss=ISSUER)), browser)


def test_a_question_to_one_is_not_answered_at_anothers_address(provider: StandIn, two: StandIn) -> None:
    browser = Client()
    asked = provider.asked_by(browser)
    two.code = "herlev"

    _refused(two.answers(browser, asked, _signed(two, asked.nonce)), browser)


def test_the_database_itself_lets_an_assertion_reach_its_own_authority_alone(
    vestegnen: Vestegnen, provider: StandIn
) -> None:
    """Were every check of ours forgotten: the system that carries an assertion out acts for one authority."""
    with acting_for(system_of(vestegnen.herlev.pk)):
        assert not User.objects.filter(authority=vestegnen.gladsaxe).exists()
        assert not IdentityProvider.objects.filter(pk=vestegnen.gladsaxe.pk).exists()
        assert Duty.objects.filter(authority=vestegnen.gladsaxe).update(ends_on=timezone.localdate()) == 0


def test_too_many_vain_answers_from_one_address_must_wait(provider: StandIn) -> None:
    browser = Client()
    for _ in range(30):
        provider.answers(browser, provider.asked_by(browser), "x")

    assert "for mange forsøg" in provider.lets_in(browser).content.decode()


def test_the_sign_in_login_cannot_change_who_is_whom() -> None:
    with speaking_as("auth"), connections["auth"].cursor() as cursor, pytest.raises(Exception, match="denied"):
        cursor.execute("UPDATE identity_externalidentity SET subject = 'x'")
