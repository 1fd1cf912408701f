"""Rules of staff safety: until when somebody must be heard from, and how they stand now."""

from __future__ import annotations

from datetime import datetime, timedelta

from rundbord.streetwork.vocabulary import Standing


def due_after(moment: datetime, interval_minutes: int) -> datetime:
    """Tell until when somebody must be heard from again, who was heard from at `moment`."""
    return moment + timedelta(minutes=interval_minutes)


def standing_of(
    *, due_at: datetime | None, checked_in_at: datetime | None, checked_out_at: datetime | None, now: datetime
) -> Standing:
    """Tell how one of the team stands; whoever has checked out is at home, however late it was."""
    if checked_out_at is not None:
        return Standing.HOME
    if due_at is not None and now > due_at:
        return Standing.OVERDUE
    return Standing.OUT if checked_in_at is not None else Standing.EXPECTED


def minutes_overdue(due_at: datetime, now: datetime) -> int:
    """Count whole minutes since somebody should have been heard from."""
    return max(0, int((now - due_at).total_seconds() // 60))
