"""Reviewing a conflict: what was looked at, and when it is due again; at the latest in 72 hours."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.conflicts.actions.writing import log, open_to_write, part, touch
from rundbord.conflicts.models import Conflict, Review
from rundbord.conflicts.rules.clocks import next_review
from rundbord.conflicts.rules.words import objections_to_words


def review_conflict(
    conflict: Conflict, *, looked_at: str, within_hours: int = 72, overridden: Collection[str] = (), by: Actor
) -> Review:
    """Note the review, and start the clock anew."""
    standing = open_to_write(conflict, by=by)
    if unsaid := objections_to_words(looked_at, sentence="Skriv kort, hvad I så på, og hvad I kom frem til."):
        raise Refused({"looked_at": unsaid})
    columns = part(standing, by=by)
    due_at = next_review(columns["at"], within=timedelta(hours=within_hours))
    review = Review.objects.create(**columns, looked_at=looked_at, next_due_at=due_at)
    touch(standing, review_due_at=due_at)
    log(Event.CONFLICT_REVIEWED, standing, overridden=overridden, by=by)
    return review
