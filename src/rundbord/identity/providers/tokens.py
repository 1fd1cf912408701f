"""Opening a signed token with a provider's published keys; what it must say is judged by rules."""

from __future__ import annotations

from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError

from rundbord.identity.models import IdentityProvider
from rundbord.identity.providers.published import published_by
from rundbord.identity.rules import ALGORITHMS

_LONGEST_TOKEN = 32 * 1024
_PARTS = 3


class Unbelievable(Exception):
    """What came is not to be believed; the reason is for the log."""


def opened(token: str, provider: IdentityProvider) -> tuple[dict[str, Any], dict[str, Any]]:
    """Give header and claims of a token that the provider signed, or raise Unbelievable."""
    # Five parts would be an encrypted token: nobody has a key for one.
    if len(token) > _LONGEST_TOKEN or token.count(".") != _PARTS - 1:
        raise Unbelievable("form")
    try:
        return _opened(token, provider, anew=False)
    except Unbelievable:
        # The provider may have changed its keys since they were fetched.
        return _opened(token, provider, anew=True)


def _opened(token: str, provider: IdentityProvider, *, anew: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    keys = published_by(provider, anew=anew).keys
    try:
        found = jwt.decode(token, keys, algorithms=ALGORITHMS)
    except (JoseError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise Unbelievable("signature") from error
    return dict(found.header), dict(found.claims)
