"""Judging an incident: the authority's own words, and the end of its clock."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.situation.models import BreachNote

ALREADY_CLOSED = "Notatet er afsluttet. Genindlæs siden for at læse vurderingen."


def judge_breach(note: BreachNote, *, text: str, is_final: bool, by: Actor) -> None:
    """Keep the judgement; a final one closes the note."""
    by.must(Permission.BLACK_OUT)
    closed_at = timezone.now() if is_final else None
    if not BreachNote.objects.filter(pk=note.pk, closed_at=None).update(text=text, closed_at=closed_at):
        raise Refused(ALREADY_CLOSED)
    audit.record(Event.BREACH_JUDGED, about=note, by=by, details={"final": is_final})
