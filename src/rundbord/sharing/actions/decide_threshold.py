"""Decide what becomes of a question without a name: it is taken up, or it is not."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.sharing.actions.ask_without_name import function_of
from rundbord.sharing.models import ThresholdQuestion
from rundbord.sharing.queries.threshold import is_settled
from rundbord.sharing.rules.threshold import Upshot


def decide_threshold(question: ThresholdQuestion, upshot: Upshot, *, by: Actor) -> None:
    """Decide once, for the asking unit, when the answers are there; no name is told by it."""
    by.must(Permission.WORK_CONCERNS)
    if by.unit_id != question.unit_id:
        raise Refused("Kun den enhed, der spurgte, afgør det.")
    if not is_settled(question):
        raise Refused("Vent, til alle har svaret, eller fristen er nået.")
    waiting = ThresholdQuestion.objects.filter(pk=question.pk, decided_at=None)
    decided = {"upshot": upshot.value, "decided_at": timezone.now(), "decided_label": function_of(by)}
    if not waiting.update(**decided):
        raise Refused("Det er allerede afgjort.")
    audit.record(Event.THRESHOLD_DECIDED, about=question, by=by, details={"upshot": upshot.value})
