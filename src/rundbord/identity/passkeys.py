"""Passkeys by WebAuthn level 3: what the browser is asked, and whether its answer holds.

Origin and name of the relying party come from the settings, never from the request. The device must have checked its
user (PIN, finger, face): then a stolen device is not enough. No attestation is asked for, so that nobody is told which
device somebody bought, and none is refused for it.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

import webauthn
from django.conf import settings
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from rundbord.identity.models import Passkey, User

RELYING_PARTY = "Rundbord"
LONGEST_ANSWER = 20_000
# What an answer that nobody's browser wrote can do to the readers of JSON, CBOR and keys.
_UNREADABLE = (WebAuthnException, ValueError, TypeError, LookupError, AttributeError, RecursionError, struct.error)


@dataclass(frozen=True, kw_only=True)
class NewKey:
    """What a device made: the public half, what it counts, and whether copies lie elsewhere."""

    credential_id: bytes
    public_key: bytes
    sign_count: int
    is_backed_up: bool


@dataclass(frozen=True, kw_only=True)
class Signed:
    """What a device says as it signs."""

    sign_count: int
    is_backed_up: bool


def relying_party_id() -> str:
    """Name the relying party: the host of the installation's own address."""
    return urlsplit(settings.PASSKEY_ORIGIN).hostname or "localhost"


def address_with_passkeys(address: str) -> str:
    """Give the address at which passkeys work; empty where a page (`scheme://host`) was asked for there already."""
    return "" if address == settings.PASSKEY_ORIGIN else settings.PASSKEY_ORIGIN


def asks_for_new_key(user: User, held: Iterable[Passkey], challenge: bytes) -> dict[str, object]:
    """Give what the browser is to make, as JSON; a device that holds a key of the user already makes no second one."""
    options = webauthn.generate_registration_options(
        rp_id=relying_party_id(),
        rp_name=RELYING_PARTY,
        user_id=user.pk.bytes,
        user_name=f"{user.sign_in_name}@{user.authority.code}",
        user_display_name=user.name,
        challenge=challenge,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED,
            user_verification=UserVerificationRequirement.REQUIRED,
        ),
        exclude_credentials=_described(held),
    )
    return _as_json(webauthn.options_to_json(options))


def asks_for_signature(held: Iterable[Passkey], challenge: bytes) -> dict[str, object]:
    """Give what the browser is to sign, as JSON, and by which keys."""
    options = webauthn.generate_authentication_options(
        rp_id=relying_party_id(),
        challenge=challenge,
        allow_credentials=_described(held),
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return _as_json(webauthn.options_to_json(options))


def new_key_in(answer: str, *, challenge: bytes) -> NewKey | None:
    """Read the browser's answer to `asks_for_new_key`; None where it does not hold."""
    try:
        verified = webauthn.verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=relying_party_id(),
            expected_origin=settings.PASSKEY_ORIGIN,
            require_user_verification=True,
        )
    except _UNREADABLE:
        return None
    return NewKey(
        credential_id=verified.credential_id,
        public_key=verified.credential_public_key,
        sign_count=verified.sign_count,
        is_backed_up=verified.credential_backed_up,
    )


def signature_in(answer: str, *, passkey: Passkey, challenge: bytes) -> Signed | None:
    """Read the browser's answer to `asks_for_signature`; None where it does not hold.

    A count that does not grow means that a copy of the key is about, and does not hold either.
    """
    try:
        verified = webauthn.verify_authentication_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=relying_party_id(),
            expected_origin=settings.PASSKEY_ORIGIN,
            credential_public_key=bytes(passkey.public_key),
            credential_current_sign_count=passkey.sign_count,
            require_user_verification=True,
        )
    except _UNREADABLE:
        return None
    return Signed(sign_count=verified.new_sign_count, is_backed_up=verified.credential_backed_up)


def credential_id_in(answer: str) -> bytes:
    """Read which key an answer speaks of; empty where it cannot be read."""
    try:
        return base64url_to_bytes(json.loads(answer[:LONGEST_ANSWER])["id"])
    except _UNREADABLE:
        return b""


def _described(held: Iterable[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=bytes(passkey.credential_id)) for passkey in held]


def _as_json(text: str) -> dict[str, object]:
    options: dict[str, object] = json.loads(text)
    return options
