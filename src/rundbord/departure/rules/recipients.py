"""To whom an archive may be sealed: a public key in the age format, and never a private one."""

from __future__ import annotations

import pyrage

_PRIVATE = "AGE-SECRET-KEY-"
_NONE = "Det er ikke en offentlig nøgle. Den begynder med age1 og laves med programmet age (age-keygen)."
_WRONG_HALF = "Det er en privat nøgle. Den må ingen andre end jer kende: lav et nyt nøglepar, og indsæt den offentlige."


def objections_to_recipient(key: str) -> list[str]:
    """Give every objection to a key as it was typed."""
    if _PRIVATE in key.upper():
        return [_WRONG_HALF]
    try:
        pyrage.x25519.Recipient.from_str(key)
    except pyrage.RecipientError:
        return [_NONE]
    return []
