"""What stands in an exit case and can be told: each a line with its date, and how it is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from rundbord.interventions.exit_vocabulary import ExitNoteKind, ExitState
from rundbord.interventions.models import ExitCase, ExitNote, ExitStep
from rundbord.interventions.queries.exit_sheet import ExitSheet, Worded
from rundbord.interventions.rules.exit_telling import GRADES
from rundbord.sharing.rules.content import Line
from rundbord.sharing.vocabulary import InformationClass, SourceGrade
from rundbord.ui.tags.danish import day


@dataclass(frozen=True, kw_only=True)
class Part:
    """Something that stands in the case and can be told; `key` names it in a form."""

    key: str
    line: Line


def parts_of(sheet: ExitSheet) -> list[Part]:
    """List what can be told: how far it has come, the newest notes, bans in force, open steps of the plan."""
    return [_of_state(sheet.case), *_of_notes(sheet), *_of_plan(sheet)]


def line_of(text: str, kind: str, grade: SourceGrade, on: date | None) -> Line:
    """Make a line of class P6."""
    return Line(text=text, kind=kind, information_class=InformationClass.EXIT, grade=grade, observed_on=on)


def _of_state(case: ExitCase) -> Part:
    words = f"{ExitState(case.state).label} siden {day(case.state_since)}"
    return Part(key="status", line=line_of(words, "Status", SourceGrade.SEEN, case.state_since))


def _of_notes(sheet: ExitSheet) -> Iterator[Part]:
    bans = sheet.bans(timezone.localdate())
    for kind in ExitNoteKind:
        listed = bans if kind is ExitNoteKind.BAN else sheet.notes.get(kind, [])[:1]
        for note in listed:
            yield Part(key=str(note.row.pk), line=_of_note(kind, note))


def _of_note(kind: ExitNoteKind, note: Worded) -> Line:
    assert isinstance(note.row, ExitNote)  # noqa: S101 — the sheet's notes
    until = f" (til {day(note.row.until)})" if note.row.until else ""
    return line_of(f"{note.words}{until}", kind.label, GRADES[kind], timezone.localdate(note.row.written_at))


def _of_plan(sheet: ExitSheet) -> Iterator[Part]:
    for planned in sheet.plan:
        for step in planned.steps:
            assert isinstance(step.row, ExitStep)  # noqa: S101 — the sheet's steps
            if step.row.done_at is None:
                words = f"{step.words} Senest {day(step.row.due_on)}."
                on = timezone.localdate(step.row.planned_at)
                yield Part(
                    key=str(step.row.pk), line=line_of(words, f"Plan: {planned.area.label}", SourceGrade.SEEN, on)
                )
