"""A provider that stands in for an authority's own, in this process: it says what a test lets it say, lies included."""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from joserfc import jwt
from joserfc.jwk import RSAKey

from rundbord.identity.providers import ProviderSilent
from tests.identity.providers import ISSUER, SUBSTANTIAL

LOGOUT = "http://schemas.openid.net/event/backchannel-logout"
NOBODY: dict[str, object] = {}


@cache
def key_of(name: str) -> RSAKey:
    """Make a key once for all tests: that takes longer than they do."""
    return RSAKey.generate_key(2048, {"kid": name, "use": "sig"})


@dataclass
class Asked:
    """What a browser was sent to the provider with."""

    state: str
    nonce: str
    challenge: str
    all: dict[str, str]


@dataclass
class StandIn:
    """One provider; `claims` is what it says of whoever signs in now."""

    code: str = "gladsaxe"
    issuer: str = ISSUER
    key: RSAKey = field(default_factory=lambda: key_of("one"))
    claims: dict[str, object] = field(default_factory=dict)
    waiting: dict[str, tuple[str, str]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    says_who_answers: bool = True
    is_down: bool = False
    public_keys: list[Mapping[str, Any]] | None = None

    def of(self, **claims: object) -> StandIn:
        """Say this of whoever signs in from now on."""
        now = int(timezone.now().timestamp())
        self.claims = {
            "sub": "medarbejder-1",
            "acr": SUBSTANTIAL,
            "auth_time": now,
            "name": "Test Testesen",
            "email": "test@gladsaxe.example",
            "preferred_username": "test.testesen",
            "sid": "session-1",
            **claims,
        }
        return self

    def ask(
        self, url: str, *, fields: Mapping[str, str] | None = None, credentials: tuple[str, str] | None = None
    ) -> dict[str, Any]:
        """Answer as the provider's addresses do."""
        self.requests.append(url)
        if self.is_down:
            raise ProviderSilent("unreachable")
        if url.endswith("/openid-configuration"):
            return {
                "issuer": self.issuer,
                "authorization_endpoint": f"{self.issuer}/auth",
                "token_endpoint": f"{self.issuer}/token",
                "jwks_uri": f"{self.issuer}/keys",
                "end_session_endpoint": f"{self.issuer}/end",
                "authorization_response_iss_parameter_supported": self.says_who_answers,
            }
        if url.endswith("/keys"):
            return {"keys": self.public_keys or [self.key.as_dict(private=False)]}
        assert fields is not None
        token, challenge = self.waiting.pop(fields["code"], ("", ""))
        proof = base64.urlsafe_b64encode(hashlib.sha256(fields["code_verifier"].encode()).digest()).rstrip(b"=")
        if not token or proof.decode() != challenge:
            raise ProviderSilent("status 400")
        return {"id_token": token, "access_token": "-", "token_type": "Bearer"}

    def token(self, asked_nonce: str, **changed: object) -> str:
        """Sign an ID token; a claim that is changed to `NOBODY` is left out."""
        now = int(timezone.now().timestamp())
        told = {"iss": self.issuer, "aud": "rundbord", "iat": now, "exp": now + 300, "nonce": asked_nonce}
        claims = {name: value for name, value in {**told, **self.claims, **changed}.items() if value is not NOBODY}
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)

    def logout_token(self, **changed: object) -> str:
        """Sign a logout token."""
        now = int(timezone.now().timestamp())
        told = {"iss": self.issuer, "aud": "rundbord", "iat": now, "jti": secrets.token_hex(8), "events": {LOGOUT: {}}}
        claims = {name: value for name, value in {**told, **changed}.items() if value is not NOBODY}
        return jwt.encode({"alg": "RS256", "kid": "one", "typ": "logout+jwt"}, claims, self.key)

    def asked_by(self, browser: Client, where: str = "") -> Asked:
        """Let the browser be sent here, from the sign-in page or from another address of ours."""
        sent: Any = browser.get(where or f"/log-ind/myndighed/{self.code}/")
        assert sent.status_code == 302, sent.content.decode()
        told = {name: values[0] for name, values in parse_qs(urlsplit(sent["Location"]).query).items()}
        return Asked(state=told["state"], nonce=told["nonce"], challenge=told["code_challenge"], all=told)

    def answers(self, browser: Client, asked: Asked, token: str = "", **told: str) -> HttpResponse:
        """Send the browser back with a code for a token."""
        code = secrets.token_hex(8)
        self.waiting[code] = (token or self.token(asked.nonce), asked.challenge)
        answer = {"state": asked.state, "code": code, "iss": self.issuer, **told}
        given = {name: value for name, value in answer.items() if value}
        return browser.get(f"/log-ind/myndighed/{self.code}/svar/", given)  # type: ignore[return-value]

    def lets_in(self, browser: Client, where: str = "") -> HttpResponse:
        """Take the whole way: there and back."""
        return self.answers(browser, self.asked_by(browser, where))
