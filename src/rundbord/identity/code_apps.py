"""Codes of an app (RFC 6238): secrets sealed under a key of the server, codes compared in constant time."""

from __future__ import annotations

import binascii
import secrets
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode

import pyotp
import segno
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from pyotp.exceptions import OTPVerificationError

ISSUER = "Rundbord"
# Half a minute to each side: clocks of telephones are set by the network, and people type slowly.
STEPS_ASIDE = 1
_NONCE_BYTES = 12
# Says how the rest was sealed, so that a later way can stand beside it.
_SEALED_BY = b"\x01"
# Read where there is no code app: a wrong code takes the same work whether its user has one or not.
NO_SECRET = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"  # noqa: S105


def new_secret() -> str:
    """Make a secret of 160 bits, as letters and digits that can be typed."""
    return pyotp.random_base32()


def address_of(secret: str, *, name: str) -> str:
    """Write the secret as the address that apps read (`otpauth:`)."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def picture_of(address: str) -> str:
    """Draw the address as a QR code: SVG to stand in the page, without style or script."""
    return segno.make(address, error="m").svg_inline(scale=5, dark="#000", light="#fff", border=3)


def in_fours(secret: str) -> str:
    """Write a secret in groups of four, to be typed."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def step_of(code: str, secret: str) -> int | None:
    """Give the half minute since 1970 that a code is of; None where it is of none near now."""
    try:
        return pyotp.TOTP(secret).verify_and_get_timecode(code, for_time=time.time(), valid_window=STEPS_ASIDE)
    except OTPVerificationError:
        return None


def seal(secret: str, *, bound_to: str) -> bytes:
    """Encrypt a secret (AES-256-GCM); it opens only where the same words are given again."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _SEALED_BY + nonce + AESGCM(_key()).encrypt(nonce, secret.encode(), bound_to.encode())


def unseal(sealed: bytes, *, bound_to: str) -> str | None:
    """Decrypt a secret; None where it was sealed by another key, for another, or was changed."""
    nonce, rest = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    if sealed[:1] != _SEALED_BY or len(nonce) < _NONCE_BYTES:
        return None
    try:
        return AESGCM(_key()).decrypt(nonce, rest, bound_to.encode()).decode()
    except InvalidTag:
        return None


def in_a_form(sealed: bytes) -> str:
    """Write sealed bytes for a hidden field."""
    return urlsafe_b64encode(sealed).decode()


def from_a_form(text: str) -> bytes:
    """Read sealed bytes from a hidden field; empty where they cannot be read."""
    try:
        return urlsafe_b64decode(text.encode())
    except (binascii.Error, ValueError):
        return b""


def _key() -> bytes:
    """Derive the sealing key (RFC 5869): the installation's secret key does not itself encrypt anything."""
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"rundbord.identity.code_apps")
    return derive.derive(settings.SECRET_KEY.encode())
