"""When a source is asked again: at its own pace, at six in the morning, and more seldom the longer it fails."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from rundbord.feeds.vocabulary import FeedKind

DENMARK = ZoneInfo("Europe/Copenhagen")
# The picture is made from seven o'clock: what came in the night is there by then.
MORNING = time(6, 0)
PACE = {
    FeedKind.SHORT_MESSAGES: timedelta(minutes=5),
    FeedKind.DAILY_REPORTS: timedelta(minutes=30),
    FeedKind.STATISTICS: timedelta(days=7),
}
_FIRST_WAIT = timedelta(minutes=5)
_LONGEST_WAIT = timedelta(hours=4)


def next_after_success(kind: FeedKind, *, now: datetime) -> datetime:
    """Give the next time: a step on, and no later than the coming morning for what the picture is made of."""
    later = now + PACE[kind]
    return later if kind == FeedKind.STATISTICS else min(later, _next_morning(now))


def next_after_failure(failures: int, *, now: datetime, retry_after: timedelta | None = None) -> datetime:
    """Wait twice as long each time, up to four hours, or as long as the source itself asks for, up to a day."""
    wait = min(_FIRST_WAIT * (1 << min(failures - 1, 10)), _LONGEST_WAIT)
    asked = min(retry_after or timedelta(), timedelta(days=1))
    return now + max(wait, asked)


def owes_sign_of_life(last_heard_at: datetime | None, *, now: datetime) -> bool:
    """Tell whether a source that answers and has no news is still to say so today, from six in the morning on."""
    local = now.astimezone(DENMARK)
    if last_heard_at is not None and last_heard_at.astimezone(DENMARK).date() == local.date():
        return False
    return last_heard_at is None or local.time() >= MORNING


def _next_morning(now: datetime) -> datetime:
    local = now.astimezone(DENMARK)
    morning = datetime.combine(local.date(), MORNING, DENMARK)
    return morning if morning > local else datetime.combine(local.date() + timedelta(days=1), MORNING, DENMARK)
