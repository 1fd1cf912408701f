"""Looking at a decision again: whether it stands, and when to look next."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.tasks.models import DecisionReview, Task
from rundbord.tasks.rules import objections_to_review
from rundbord.tasks.vocabulary import ReviewVerdict


def review_decision(
    task: Task,
    verdict: ReviewVerdict,
    *,
    text: str = "",
    next_on: date | None = None,
    overridden: Collection[str] = (),
    by: Actor,
) -> DecisionReview:
    """Add what the second look gave; the review date of the decision is the next one, or none."""
    by.must(Permission.DECIDE)
    if objections := objections_to_review(verdict, text=text, next_on=next_on, today=timezone.localdate()):
        raise Refused(objections)
    # Held until the end of the request: of two who review at once, the later day is the one that was said last.
    standing = Task.objects.select_for_update().get(pk=task.pk)
    noted = DecisionReview.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        audience=standing.audience,
        forum_id=standing.forum_id,
        task=standing,
        verdict=verdict.value,
        text=text,
        next_on=next_on,
        unit_id=by.unit_id,
        at=timezone.now(),
    )
    standing.review_on = next_on
    standing.save(update_fields=["review_on"])
    audit.record(Event.DECISION_REVIEWED, about=task, by=by, details={"verdict": verdict.value})
    audit.record_overriding(overridden, about=task, by=by)
    return noted
