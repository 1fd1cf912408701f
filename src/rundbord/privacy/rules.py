"""When a log that nobody cosigns is a warning, and when an alarm (security §3.3)."""

from __future__ import annotations

from datetime import datetime, timedelta

from rundbord.privacy.vocabulary import Witnessed

WARN_AFTER, ALARM_AFTER = timedelta(hours=24), timedelta(hours=72)
# So many authorities at least, for one alone may be the one that runs the server.
QUORUM = 2


def judge_age(cosigned_at: datetime | None, *, added_at: datetime | None, now: datetime) -> Witnessed:
    """Judge how old the newest cosignature is; a witness that was named today has time to begin."""
    since = cosigned_at or added_at
    if since is None:
        return Witnessed.NONE
    if now - since >= ALARM_AFTER:
        return Witnessed.ALARM
    if now - since >= WARN_AFTER:
        return Witnessed.WARNING
    return Witnessed.FRESH if cosigned_at else Witnessed.AWAITED
