"""Speaking OIOSAML 3 with a provider: to it and back, and logouts both ways."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.utils import timezone

from rundbord.identity.models import IdentityProvider, SignIn
from rundbord.identity.providers.asking import ProviderSilent
from rundbord.identity.providers.own_keys import own_keys
from rundbord.identity.providers.question import Question
from rundbord.identity.providers.reading_apart import read_apart
from rundbord.identity.providers.saml_messages import (
    address_for_logouts,
    address_for_posts,
    logout_answer,
    logout_request,
    metadata_of_us,
    name_of_us,
    sign_in_request,
)
from rundbord.identity.providers.saml_redirects import message_in, signed_address
from rundbord.identity.providers.tokens import Unbelievable
from rundbord.identity.rules import (
    LONGEST_SUBJECT,
    Assertion,
    ExpectedAnswer,
    level_in,
    moment_of,
    objections_to_answer,
    objections_to_logout,
    one_of,
    privileges_of,
    subject_of,
)
from rundbord.identity.saml.names import EMAIL, FULL_NAME, LEVEL
from rundbord.identity.saml.told import ToldAnswer, ToldAssertion, ToldLogout
from rundbord.web.unseen import without_unseen

_LONGEST_ANSWER = 384 * 1024


@dataclass(frozen=True, kw_only=True)
class LoggedOutThere:
    """Who is logged out at the provider, of which sessions (of all where none is named), and which request said so."""

    name: str
    sessions: list[str]
    said_at: datetime
    request: str


def where_to_ask(provider: IdentityProvider, question: Question) -> str:
    """Give the address that somebody is sent to; raise ProviderSilent."""
    to = _address(provider, "ask_at")
    message = sign_in_request(question.code, request=question.request, to=to, is_anew=bool(question.sign_in))
    return signed_address(to, "SAMLRequest", message, key=own_keys(question.code)[0], relay=question.state)


def answer_to(question: Question, provider: IdentityProvider, told: Mapping[str, str]) -> Assertion:
    """Make an assertion of the answer, or raise Unbelievable with the reason, or ProviderSilent."""
    read: ToldAnswer = read_apart(
        "answer",
        _content(told.get("SAMLResponse", "")),
        certificates=_certificates(provider),
        keys=[key.pem for key in own_keys(question.code)],
    )
    expected = ExpectedAnswer(
        issuer=provider.issuer,
        audience=name_of_us(question.code),
        address=address_for_posts(question.code),
        request=question.request,
        cvr=provider.cvr,
        now=timezone.now(),
    )
    objections = objections_to_answer(read, expected)
    if objections or read["assertion"] is None:
        raise Unbelievable(", ".join(objections))
    return _assertion(read["assertion"], provider)


def logged_out_there(query: str, provider: IdentityProvider) -> LoggedOutThere:
    """Read a logout request out of an address, or raise Unbelievable with the reason."""
    content = message_in(query, "SAMLRequest", _certificates(provider))
    told: ToldLogout = read_apart("logout", content)
    address = address_for_logouts(provider.authority.code)
    now = timezone.now()
    if objections := objections_to_logout(told, issuer=provider.issuer, address=address, now=now):
        raise Unbelievable(", ".join(objections))
    return LoggedOutThere(
        name=told["name"]["value"],
        sessions=told["sessions"],
        said_at=moment_of(told["issued_at"]) or now,
        request=told["id"],
    )


def where_to_answer_logout(provider: IdentityProvider, request: str, *, relay: str) -> str:
    """Give the address that brings the provider our answer to its logout, and the browser back to it."""
    code, to = provider.authority.code, _address(provider, "logout_answers_at")
    message = logout_answer(code, to=to, request=request)
    return signed_address(to, "SAMLResponse", message, key=own_keys(code)[0], relay=relay)


def where_to_leave(provider: IdentityProvider, sign_in: SignIn) -> str:
    """Give the address at which whoever signed out here signs out there; raise ProviderSilent where there is none."""
    code, to = provider.authority.code, _address(provider, "logout_at")
    told_as = cast("dict[str, str] | None", sign_in.told_as)
    if not told_as:
        raise ProviderSilent("no session")
    message = logout_request(code, to=to, told_as=told_as, session=sign_in.provider_session)
    return signed_address(to, "SAMLRequest", message, key=own_keys(code)[0])


def metadata_for(provider: IdentityProvider) -> str:
    """Write what the provider must know of us; raise ProviderSilent where the operator has made no key."""
    code = provider.authority.code
    return metadata_of_us(code, own_keys(code))


def _assertion(told: ToldAssertion, provider: IdentityProvider) -> Assertion:
    attributes = told["attributes"]
    whole, narrowed = privileges_of(told["groups"], cvr=provider.cvr) if provider.privilege_claim else _NO_RIGHTS
    return Assertion(
        issuer=provider.issuer,
        subject=subject_of(attributes),
        level=level_in(one_of(attributes, LEVEL), substantial=provider.substantial_value, high=provider.high_value),
        privileges=whole,
        narrowed=narrowed,
        name=without_unseen(one_of(attributes, FULL_NAME)),
        email=without_unseen(one_of(attributes, EMAIL)),
        authenticated_at=moment_of(told["proved_at"]),
        session=told["session"][:LONGEST_SUBJECT],
        told_as=told["name"],
        message=told["id"],
    )


_NO_RIGHTS: tuple[frozenset[str], frozenset[tuple[str, str]]] = (frozenset(), frozenset())


def _content(told: str) -> bytes:
    if len(told) > _LONGEST_ANSWER:
        raise Unbelievable("size")
    try:
        return base64.b64decode("".join(told.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise Unbelievable("form") from error


def _address(provider: IdentityProvider, name: str) -> str:
    told = cast("dict[str, Any] | None", provider.metadata) or {}
    if not (address := str(told.get(name, ""))):
        raise ProviderSilent("no address")
    return address


def _certificates(provider: IdentityProvider) -> list[str]:
    told = cast("dict[str, Any] | None", provider.published_keys) or {}
    return list(told.get("certificates", []))
