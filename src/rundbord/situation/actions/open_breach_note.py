"""Opening the note on an incident: each authority judges for itself whether to notify, within 72 hours."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.situation.models import BlackOut, BreachNote, Picture
from rundbord.situation.queries.picture_readers import reader_numbers

# GDPR art. 33, stk. 1; retshåndhævelseslovens § 28.
TIME_TO_JUDGE = timedelta(hours=72)


def open_breach_note(black_out: BlackOut, *, pictures: Iterable[Picture] = (), by: Actor) -> BreachNote:
    """Open the own authority's note; the clock runs from the black-out, when the parties came to know."""
    by.must(Permission.BLACK_OUT)
    if BreachNote.objects.filter(black_out=black_out).exists():
        raise Refused("Din myndighed har allerede et hændelsesnotat om sløringen.")
    read = list(pictures) or [black_out.picture]
    note = BreachNote.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        black_out=black_out,
        opened_at=black_out.at,
        judge_before=black_out.at + TIME_TO_JUDGE,
        readers=[{"picture": each.number, "units": reader_numbers(each)} for each in read],
    )
    audit.record(Event.BREACH_NOTED, about=note, by=by)
    return note
