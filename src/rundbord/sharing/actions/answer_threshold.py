"""Answer a question without a name for the own unit: take it up, not for us, or handle it yourselves."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.sharing.actions.ask_without_name import function_of, unit_of
from rundbord.sharing.models import ThresholdAnswer, ThresholdQuestion
from rundbord.sharing.rules.threshold import Stance, objections_to_words

ONCE = {"threshold_answer_once_a_unit": {"": "Din enhed har allerede svaret."}}


def answer_threshold(question: ThresholdQuestion, stance: Stance, *, reason: str = "", by: Actor) -> ThresholdAnswer:
    """Answer once; the asking unit reads it when all have answered, or when the time is up."""
    by.must(Permission.ANSWER_THRESHOLD)
    _refuse_wrong(question, reason, by=by)
    with refusing_collisions(ONCE):
        answer = ThresholdAnswer.objects.create(
            authority_id=by.authority_id,
            unit_id=unit_of(by),
            question=question,
            stance=stance.value,
            reason=reason.strip(),
            answered_at=timezone.now(),
            answered_by=by.user_id,
            answered_label=function_of(by),
        )
    audit.record(Event.THRESHOLD_ANSWERED, about=question, by=by)
    return answer


def _refuse_wrong(question: ThresholdQuestion, reason: str, *, by: Actor) -> None:
    if by.unit_id not in question.asked_units:
        raise Refused("Din enhed er ikke spurgt.")
    if question.decided_at is not None or question.closes_on < timezone.localdate():
        raise Refused("Fristen er nået. Der kan ikke svares mere.")
    if objections := objections_to_words(reason):
        raise Refused({"reason": objections})
