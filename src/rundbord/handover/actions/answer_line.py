"""Answering a line for the own unit: taken up, or not; once."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.handover.models import LineAnswer, LineQuestion
from rundbord.handover.rules import objections_to_verdict
from rundbord.handover.vocabulary import LineVerdict
from rundbord.sharing.actions.telling import function_label
from rundbord.sharing.vocabulary import PersonRole

_ANSWERED = "I har allerede svaret på linjen."


def answer_line(question: LineQuestion, verdict: LineVerdict, *, by: Actor) -> LineAnswer:
    """Say so to whoever brought it; a name follows by its sender's own act, or never."""
    by.must(Permission.ANSWER_THRESHOLD)
    if objections := objections_to_verdict(verdict, role=PersonRole(question.role)):
        raise Refused(objections)
    if LineAnswer.objects.filter(line_id=question.line_id).exists():
        raise Refused(_ANSWERED)
    with refusing_collisions({"line_answered_once": {"": _ANSWERED}}):
        answer = _answer(question, verdict, by=by)
    audit.record(Event.HAND_OVER_ANSWERED, about=question, by=by, details={"verdict": verdict.value})
    return answer


def _answer(question: LineQuestion, verdict: LineVerdict, *, by: Actor) -> LineAnswer:
    return LineAnswer.objects.create(
        authority_id=by.authority_id,
        unit_id=question.unit_id,
        line_id=question.line_id,
        sender_id=question.sender_id,
        verdict=verdict.value,
        at=timezone.now(),
        by=by.user_id,
        label=function_label(by),
    )
