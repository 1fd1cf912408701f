"""Reads of notes on incidents: the own authority's, and black-outs on which it has none yet."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.http import Http404

from rundbord.situation.models import BlackOut, BreachNote


@dataclass(frozen=True, kw_only=True)
class BreachNotes:
    """What waits for judgement, what is done, and what has not been noted."""

    waiting: list[BreachNote]
    closed: list[BreachNote]
    unnoted: list[BlackOut]


def breach_notes() -> BreachNotes:
    """List the own authority's notes, the clock that runs out first on top."""
    notes = list(BreachNote.objects.select_related("black_out__picture").order_by("judge_before")[:200])
    noted = BreachNote.objects.filter(black_out=OuterRef("pk"))
    unnoted = BlackOut.objects.filter(~Exists(noted)).select_related("picture", "authority").order_by("-at")[:50]
    return BreachNotes(
        waiting=[note for note in notes if note.closed_at is None],
        closed=[note for note in reversed(notes) if note.closed_at],
        unnoted=list(unnoted),
    )


def breach_note(note_id: UUID) -> BreachNote:
    """Find one of the own notes."""
    note = BreachNote.objects.select_related("black_out__picture").filter(pk=note_id).first()
    if note is None:
        raise Http404
    return note


def black_out_of(black_out_id: UUID) -> BlackOut:
    """Find a black-out in the partnership."""
    found = BlackOut.objects.select_related("picture").filter(pk=black_out_id).first()
    if found is None:
        raise Http404
    return found
