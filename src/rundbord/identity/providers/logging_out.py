"""What a provider says of sessions that ended there (back-channel logout)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from rundbord.identity.models import IdentityProvider
from rundbord.identity.providers.tokens import Unbelievable, opened
from rundbord.identity.rules import Expected, moment_in, objections_to_logout_token


@dataclass(frozen=True, kw_only=True)
class EndedThere:
    """Whose sessions are over, or which one; only those that had begun when it was said."""

    subject: str
    session: str
    said_at: datetime


def ended_there(token: str, provider: IdentityProvider) -> EndedThere:
    """Read a logout token, or raise Unbelievable with the reason, or ProviderSilent."""
    header, claims = opened(token, provider)
    now = timezone.now()
    expected = Expected(issuer=provider.issuer, client_id=provider.client_id, now=now)
    if objections := objections_to_logout_token(header, claims, expected):
        raise Unbelievable(", ".join(objections))
    # Where another claim names users, a logout token that carries it is read by it; `sub` is then another name.
    subject, session = (claims.get(name, "") for name in (provider.subject_claim, "sid"))
    if not isinstance(subject, str) or not isinstance(session, str) or not subject + session:
        raise Unbelievable("nobody named")
    return EndedThere(
        subject=subject,
        session=session,
        said_at=moment_in(claims["iat"]) or now,
    )
