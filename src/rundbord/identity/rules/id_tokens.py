"""What must stand in a token before it is believed; the signature is judged where the keys are."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rundbord.identity.rules.assertions import CLOCKS_DIFFER

Claims = Mapping[str, object]

# No `none`, nothing with a shared secret: what verifies must not be able to sign.
ALGORITHMS = (
    *("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"),
    *("Ed25519", "EdDSA"),
)
LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout"
TOKEN_IS_YOUNG = timedelta(minutes=10)
LONGEST_SUBJECT = 255
_OTHER_TOKENS = {"logout+jwt", "at+jwt", "application/at+jwt", "dpop+jwt"}


@dataclass(frozen=True, kw_only=True)
class Expected:
    """Whose token it must be, for whom, and when it is read; `nonce` of the question that it answers."""

    issuer: str
    client_id: str
    now: datetime
    nonce: str = ""


def objections_to_id_token(header: Claims, claims: Claims, expected: Expected) -> list[str]:
    """Name every claim that forbids to believe an ID token (OpenID Connect Core 3.1.3.7)."""
    checks = {
        "typ": _text(header.get("typ")).lower() in _OTHER_TOKENS or "events" in claims,
        "nonce": not expected.nonce or not _is_same(claims.get("nonce"), expected.nonce),
        "exp": not _is_ahead(claims.get("exp"), expected.now),
        "auth_time": "auth_time" in claims and moment_in(claims["auth_time"]) is None,
    }
    return [*_of_both(claims, expected), *(name for name, applies in checks.items() if applies)]


def objections_to_logout_token(header: Claims, claims: Claims, expected: Expected) -> list[str]:
    """Name every claim that forbids to believe a logout token (OpenID Connect Back-Channel Logout 2.6)."""
    events = claims.get("events")
    named = [claims[name] for name in ("sub", "sid") if name in claims]
    checks = {
        "typ": _text(header.get("typ")).lower() not in {"logout+jwt", "jwt", ""},
        "events": not isinstance(events, Mapping) or not isinstance(events.get(LOGOUT_EVENT), Mapping),
        "nonce": "nonce" in claims,
        "exp": "exp" in claims and not _is_ahead(claims["exp"], expected.now),
        "sub": not named or not all(_is_name(each) for each in named),
    }
    # The subject need not be told where the session is.
    both = [name for name in _of_both(claims, expected) if name != "sub"]
    return [*both, *(name for name, applies in checks.items() if applies)]


def moment_in(told: object) -> datetime | None:
    """Read a moment as tokens write it, seconds since 1970; None where it is none."""
    if isinstance(told, bool) or not isinstance(told, int | float):
        return None
    try:
        return datetime.fromtimestamp(told, tz=UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _of_both(claims: Claims, expected: Expected) -> list[str]:
    made_at = moment_in(claims.get("iat"))
    is_now = made_at is not None and -CLOCKS_DIFFER <= expected.now - made_at <= TOKEN_IS_YOUNG
    checks = {
        "iss": not _is_same(claims.get("iss"), expected.issuer),
        # A token for others beside us could be brought here by them.
        "aud": claims.get("aud") not in (expected.client_id, [expected.client_id]),
        "azp": "azp" in claims and claims["azp"] != expected.client_id,
        "iat": not is_now,
        "nbf": "nbf" in claims and not _is_behind(claims["nbf"], expected.now),
        "sub": not _is_name(claims.get("sub")),
    }
    return [name for name, applies in checks.items() if applies]


def _is_name(told: object) -> bool:
    return isinstance(told, str) and 0 < len(told) <= LONGEST_SUBJECT and "\x00" not in told


def _is_same(told: object, expected: str) -> bool:
    return isinstance(told, str) and hmac.compare_digest(told.encode(), expected.encode())


def _is_ahead(told: object, now: datetime) -> bool:
    moment = moment_in(told)
    return moment is not None and moment > now - CLOCKS_DIFFER


def _is_behind(told: object, now: datetime) -> bool:
    moment = moment_in(told)
    return moment is not None and moment <= now + CLOCKS_DIFFER


def _text(told: object) -> str:
    return told if isinstance(told, str) else ""
