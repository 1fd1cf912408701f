"""How long a session lasts, and how often one may try."""

from __future__ import annotations

from datetime import datetime, timedelta

LINK_LASTS = timedelta(hours=24)
# Shorter than the originals of police reports last, since a draft can hold one that was pasted and never sent.
DRAFTS_LAST = timedelta(days=7)
# A form left open on Friday afternoon is sent on Monday morning; an older page or session keeps no words, since whoever
# finds it by then is hardly its writer.
PAGES_LAST = timedelta(days=3)
ATTEMPTS_WINDOW = timedelta(minutes=15)
ATTEMPTS_PER_NAME = 5
ATTEMPTS_PER_ADDRESS = 30


def session_lasts(
    *, started_at: datetime, seen_at: datetime, now: datetime, idle: timedelta, absolute: timedelta
) -> bool:
    """Tell whether a session is neither idle too long nor older than it may become (ASVS 7.3)."""
    return now - seen_at < idle and now - started_at < absolute


def still_keeps_words(*, seen_at: datetime, now: datetime) -> bool:
    """Tell whether what is sent in a session that has lapsed is still kept for its user."""
    return now - seen_at < PAGES_LAST


def must_wait(*, failures_for_name: int, failures_from_address: int) -> bool:
    """Tell whether the next try must wait; the wait ends by itself, so nobody can lock another out for good."""
    return failures_for_name >= ATTEMPTS_PER_NAME or failures_from_address >= ATTEMPTS_PER_ADDRESS
