"""The signed context: what the database trusts about who asks (security §2.3)."""

from __future__ import annotations

import hashlib
import hmac
import time
from uuid import UUID

from rundbord.access.actor import Actor

KEY_ID = 1
SECONDS_VALID = 60
_BLOCK = 64


def signed_context(actor: Actor, *, key: str, now: float | None = None) -> str:
    """Write `kid|user|authority|unit|partnership|purpose|reach|expiry|mac`; expiry in Unix seconds.

    `reach` are words with a space between them (`access.reach`), so that a policy asks for one of them.
    """
    expiry = int((time.time() if now is None else now) + SECONDS_VALID)
    claims = "|".join(
        (
            str(KEY_ID),
            str(actor.user_id),
            str(actor.authority_id),
            _or_empty(actor.unit_id),
            _or_empty(actor.partnership_id),
            actor.purpose.value,
            " ".join(actor.reach),
            str(expiry),
        )
    )
    mac = hmac.new(key.encode(), claims.encode(), hashlib.sha256).hexdigest()
    return f"{claims}|{mac}"


def pads_of(key: str) -> tuple[bytes, bytes]:
    """Give HMAC's inner and outer pad (RFC 2104), so that the database needs SHA-256 alone."""
    block = key.encode() if len(key.encode()) <= _BLOCK else hashlib.sha256(key.encode()).digest()
    block = block.ljust(_BLOCK, b"\0")
    return bytes(byte ^ 0x36 for byte in block), bytes(byte ^ 0x5C for byte in block)


def _or_empty(identifier: UUID | None) -> str:
    return str(identifier) if identifier else ""
