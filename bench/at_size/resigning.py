"""A signed context lives for a minute (rundbord.access.signed_context); a replay needs the same claims signed anew."""

from __future__ import annotations

import hashlib
import hmac
import re
import time

_CONTEXT = re.compile(r"^\d+\|[0-9a-f-]{36}\|")
_CLAIMS = 7
_SECONDS = 60


def is_context(value: str) -> bool:
    """Tell whether a statement's value is a signed context."""
    return _CONTEXT.match(value) is not None


def signed_anew(context: str, key: str) -> str:
    """Sign the same claims for another minute, with the key that the application signs with."""
    claims = "|".join([*context.split("|")[:_CLAIMS], str(int(time.time()) + _SECONDS)])
    return f"{claims}|{hmac.new(key.encode(), claims.encode(), hashlib.sha256).hexdigest()}"
