"""Answer a call — opkald: note whether a unit was reached by phone."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.alerts.models import Call
from rundbord.alerts.vocabulary import Answer
from rundbord.audit import Event


def answer_call(call: Call, answer: Answer, *, by: Actor) -> None:
    """Write down what came of the newest call to this unit."""
    by.must(Permission.RAISE_ALERT)
    call.answer = answer
    call.called_at = timezone.now()
    call.called_by = f"{by.user_title}, {by.unit_name}"
    call.save(update_fields=["answer", "called_at", "called_by"])
    audit.record(Event.UNIT_CALLED, about=call, by=by, details={"answer": answer.value})
