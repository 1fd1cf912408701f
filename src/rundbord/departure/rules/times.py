"""How long an export lies there, and how long whoever ordered it may fetch it."""

from __future__ import annotations

from datetime import datetime, timedelta

from rundbord.departure.vocabulary import ExportState

# From the moment it is ready.
LIES = timedelta(hours=48)
# From the first part: a download that broke off can be taken up again, and after that nobody fetches anything.
OPEN = timedelta(minutes=30)


def state_of(*, built_at: datetime | None, fetched_at: datetime | None, now: datetime) -> ExportState:
    """Tell how an export stands; moments are aware UTC."""
    if built_at is None:
        return ExportState.ORDERED
    if fetched_at is not None:
        return ExportState.FETCHED if now < fetched_at + OPEN else ExportState.GONE
    return ExportState.READY if now < built_at + LIES else ExportState.GONE
