"""Random tokens, and the hashes by which the database knows them."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from django.conf import settings

_TOKEN_BYTES = 32


def new_token() -> str:
    """Make a token that cannot be guessed (256 bits)."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def hash_of(token: str) -> bytes:
    """Hash a token of full entropy; plain SHA-256 suffices."""
    return hashlib.sha256(token.encode()).digest()


def keyed_hash_of(text: str) -> bytes:
    """Hash a name or address under the installation's key, so that the row does not tell it."""
    return hmac.new(settings.SECRET_KEY.encode(), text.casefold().encode(), hashlib.sha256).digest()
