"""Sending somebody to their provider, and making an assertion of what comes back (authorization code with PKCE)."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from rundbord.identity.models import IdentityProvider
from rundbord.identity.providers.asking import ask
from rundbord.identity.providers.published import Published, published_by
from rundbord.identity.providers.question import Question
from rundbord.identity.providers.tokens import Unbelievable, opened
from rundbord.identity.rules import (
    LONGEST_SUBJECT,
    Assertion,
    Expected,
    level_in,
    moment_in,
    objections_to_id_token,
    privileges_in,
)
from rundbord.web.unseen import without_unseen

_LONGEST_CODE = 4096
__all__ = ["Unbelievable", "address_for_answers", "answer_to", "where_to_ask"]


def where_to_ask(provider: IdentityProvider, question: Question) -> str:
    """Give the address that somebody is sent to; raise ProviderSilent."""
    asked = {
        "response_type": "code",
        "client_id": provider.client_id,
        "redirect_uri": address_for_answers(question.code),
        "scope": "openid profile email",
        "state": question.state,
        "nonce": question.nonce,
        "code_challenge": question.challenge,
        "code_challenge_method": "S256",
        "acr_values": " ".join(each for each in (provider.substantial_value, provider.high_value) if each),
    }
    if question.sign_in:
        asked |= {"prompt": "login", "max_age": "0"}
    endpoint = published_by(provider).authorization_endpoint
    return f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode(asked)}"


def answer_to(question: Question, provider: IdentityProvider, told: Mapping[str, str]) -> Assertion:
    """Make an assertion of the answer, or raise Unbelievable with the reason, or ProviderSilent."""
    published = published_by(provider)
    _must_be_of(provider, published, told)
    code = told.get("code", "")
    if told.get("error") or not code or len(code) > _LONGEST_CODE:
        raise Unbelievable("no code")
    tokens = ask(
        published.token_endpoint,
        fields={
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": address_for_answers(question.code),
            "client_id": provider.client_id,
            "code_verifier": question.verifier,
        },
        credentials=_credentials(provider, question.code),
    )
    return _assertion(str(tokens.get("id_token", "")), question, provider)


def address_for_answers(code: str) -> str:
    """Give the address that an authority's provider answers to, and no other's."""
    return settings.ORIGIN + reverse("identity:provider_answer", args=[code])


def _must_be_of(provider: IdentityProvider, published: Published, told: Mapping[str, str]) -> None:
    """Refuse an answer that says it is another's, or does not say where the provider always does (RFC 9207)."""
    issuer = told.get("iss")
    if issuer is None and not published.says_who_answers:
        return
    if issuer is None or not hmac.compare_digest(issuer.encode(), provider.issuer.encode()):
        raise Unbelievable("iss of answer")


def _credentials(provider: IdentityProvider, code: str) -> tuple[str, str] | None:
    """Give what the token endpoint knows us by: a file of the operator, named by the authority's code."""
    folder = settings.PROVIDER_SECRETS
    file = folder / code if folder else None
    if file is None or not file.is_file():
        return None
    # Each half is form-encoded before it is joined (RFC 6749 2.3.1).
    return quote(provider.client_id, safe=""), quote(file.read_text("utf-8").strip(), safe="")


def _assertion(token: str, question: Question, provider: IdentityProvider) -> Assertion:
    header, claims = opened(token, provider)
    expected = Expected(issuer=provider.issuer, client_id=provider.client_id, now=timezone.now(), nonce=question.nonce)
    if objections := objections_to_id_token(header, claims, expected):
        raise Unbelievable(", ".join(objections))
    return Assertion(
        issuer=provider.issuer,
        subject=_subject(claims, provider.subject_claim),
        level=level_in(
            claims.get(provider.level_claim), substantial=provider.substantial_value, high=provider.high_value
        ),
        privileges=privileges_in(claims.get(provider.privilege_claim)) if provider.privilege_claim else frozenset(),
        name=_text(claims.get("name")),
        email=_text(claims.get("email")),
        user_name=_text(claims.get("preferred_username")),
        authenticated_at=moment_in(claims.get("auth_time")),
        session=_text(claims.get("sid"))[:LONGEST_SUBJECT],
    )


def _subject(claims: Mapping[str, Any], name: str) -> str:
    subject = _text(claims.get(name))
    if not subject or len(subject) > LONGEST_SUBJECT:
        raise Unbelievable(f"no {name}")
    return subject


def _text(told: object) -> str:
    return without_unseen(told) if isinstance(told, str) else ""
