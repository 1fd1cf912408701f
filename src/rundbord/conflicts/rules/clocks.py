"""Clocks of a conflict: 72 real hours between reviews, days of quiet, and countdowns in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from rundbord.vocabulary import Term

# Every 72 hours (law-and-practice C.16): real hours, so that neither a weekend nor a change of clocks prolongs them.
REVIEW_WITHIN = timedelta(hours=72)
QUIET_DAYS = 30
_SOON = timedelta(hours=12)
# Beyond so many hours nobody plans by the minute.
_HOURS_WITH_MINUTES = 6


class ReviewState(Term):
    """Review state — tilstand: how a conflict stands against its next review."""

    OVERDUE = "overdue", "Gennemgang mangler"
    SOON = "soon", "Skal snart gennemgås"
    AHEAD = "ahead", "Gennemgået"
    CLOSED = "closed", "Afsluttet"


def next_review(at: datetime, *, within: timedelta = REVIEW_WITHIN) -> datetime:
    """Give the moment so many real hours later, never more than 72; both moments are aware."""
    # Python adds wall-clock time inside a zone, which is an hour off when the clocks change in between.
    return at.astimezone(UTC) + min(within, REVIEW_WITHIN)


def review_state(*, due_at: datetime, is_closed: bool, now: datetime) -> ReviewState:
    """Judge the review clock; at the very moment it is still in time."""
    if is_closed:
        return ReviewState.CLOSED
    if now > due_at:
        return ReviewState.OVERDUE
    return ReviewState.SOON if due_at - now <= _SOON else ReviewState.AHEAD


def quiet_days(*, since: date, today: date) -> int:
    """Count the Danish calendar days without an event or another tension."""
    return max((today - since).days, 0)


def closing_is_proposed(*, since: date, today: date, is_closed: bool) -> bool:
    """Tell whether an open conflict has been quiet for so long that somebody should decide whether it is over."""
    return not is_closed and quiet_days(since=since, today=today) >= QUIET_DAYS


def span_in_words(span: timedelta) -> str:
    """Write a length of time with its two largest parts: »2 døgn og 3 timer«, »5 timer«, »40 minutter«."""
    days, rest = divmod(max(int(span.total_seconds() // 60), 0), 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days:
        return " og ".join([_counted(days, "døgn", "døgn"), *([_counted(hours, "time", "timer")] if hours else [])])
    if hours:
        tells_minutes = minutes > 0 and hours < _HOURS_WITH_MINUTES
        return " og ".join(
            [_counted(hours, "time", "timer"), *([_counted(minutes, "minut", "minutter")] if tells_minutes else [])]
        )
    return _counted(minutes, "minut", "minutter") if minutes else "under et minut"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
