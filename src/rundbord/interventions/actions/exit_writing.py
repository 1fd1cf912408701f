"""Writing in an exit case: notes, the plan by life area, contacts; all of it under a consent that holds."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.actions.exit_case_work import (
    is_of_police,
    key_of,
    label_of,
    open_to_words,
    sealed,
    settle,
)
from rundbord.interventions.exit_vocabulary import Attendance, ExitNoteKind, LifeArea
from rundbord.interventions.models import ExitCase, ExitContact, ExitNote, ExitStep
from rundbord.interventions.rules.exit_writing import objections_to_note


def write_note(case: ExitCase, kind: ExitNoteKind, *, body: str, until: date | None = None, by: Actor) -> ExitNote:
    """Add a note; a newer one of its kind stands above the older, and a threat is the police's to judge."""
    standing = open_to_words(case, by=by)
    objections = objections_to_note(
        kind, body=body, until=until, is_police=is_of_police(by), today=timezone.localdate()
    )
    if objections:
        raise Refused(objections)
    row = ExitNote(
        **_part(standing),
        kind=kind.value,
        until=until,
        written_at=timezone.now(),
        written_by=by.user_id,
        written_label=label_of(by),
    )
    row.body = sealed(row, "body", body, key_of(standing)) or b""
    row.save(force_insert=True)
    audit.record(Event.EXIT_NOTED, about=standing, by=by, details={"kind": kind.value})
    return row


def plan_exit_step(case: ExitCase, area: LifeArea, *, words: str, due_on: date, by: Actor) -> ExitStep:
    """Add a step to the plan of one life area."""
    standing = open_to_words(case, by=by)
    if due_on < timezone.localdate():
        raise Refused({"due_on": ["Dagen er allerede gået."]})
    if not words.strip():
        raise Refused({"words": ["Skriv, hvad der skal ske, og hvem der gør det."]})
    row = ExitStep(
        **_part(standing),
        area=area.value,
        due_on=due_on,
        planned_at=timezone.now(),
        planned_by=by.user_id,
        planned_label=label_of(by),
    )
    row.words = sealed(row, "words", words, key_of(standing)) or b""
    row.save(force_insert=True)
    settle(standing)
    audit.record(Event.EXIT_STEP_PLANNED, about=standing, by=by, details={"area": area.value})
    return row


def finish_exit_step(step: ExitStep, *, by: Actor) -> None:
    """Note that a step is done; the first word stands."""
    standing = open_to_words(step.case, by=by)
    undone = ExitStep.objects.filter(pk=step.pk, case=standing, done_at=None)
    if not undone.update(done_at=timezone.now(), done_label=label_of(by)):
        raise Refused("Skridtet er allerede gjort.")
    settle(standing)
    audit.record(Event.EXIT_STEP_DONE, about=standing, by=by, details={"step": str(step.pk)})


def note_contact(case: ExitCase, attendance: Attendance, *, on: date, line: str = "", by: Actor) -> ExitContact:
    """Note whether an agreed contact came about; one line at most, what was said stays between the two."""
    standing = open_to_words(case, by=by)
    if on > timezone.localdate():
        raise Refused({"on": ["Dagen ligger i fremtiden."]})
    row = ExitContact(
        **_part(standing),
        attendance=attendance.value,
        on=on,
        noted_at=timezone.now(),
        noted_by=by.user_id,
        noted_label=label_of(by),
    )
    row.line = sealed(row, "line", line, key_of(standing))
    row.save(force_insert=True)
    settle(standing)
    audit.record(Event.EXIT_CONTACT_NOTED, about=standing, by=by, details={"attendance": attendance.value})
    return row


def _part(case: ExitCase) -> dict[str, Any]:
    return {"authority_id": case.authority_id, "case": case}
