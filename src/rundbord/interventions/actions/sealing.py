"""Sealing what is written of an intervention: by the file's key, or by a key of its own."""

from __future__ import annotations

from rundbord.access.actor import Actor
from rundbord.interventions.models import InterventionEnd, PlannedStep, StepTaken
from rundbord.keys.actions import make_data_key
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key


def seal_words(row: StepTaken | PlannedStep, text: str) -> None:
    """Seal the words of a row by the key of its file."""
    row.words = open_key(row.person.data_key_id).seal(text, at=place_of(row, "words"))


def seal_reason(row: InterventionEnd, text: str) -> None:
    """Seal why somebody ended it."""
    row.reason = open_key(row.person.data_key_id).seal(text, at=place_of(row, "reason"))


def seal_by_own_key(row: StepTaken, text: str, *, by: Actor) -> None:
    """Seal the words by a key that goes before the file does."""
    row.data_key = make_data_key(by=by)
    row.words = open_key(row.data_key.pk).seal(text, at=place_of(row, "words"))
