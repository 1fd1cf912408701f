"""One exit case as its coordinators read it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.concerns.queries.opened import GONE, text_of
from rundbord.interventions.exit_vocabulary import Attendance, ExitNoteKind, ExitSide, ExitState, LifeArea
from rundbord.interventions.models import ExitCase, ExitConsent, ExitContact, ExitMove, ExitNote, ExitStep
from rundbord.interventions.queries.exit_days import standing_of
from rundbord.interventions.rules.exit_consent import holds
from rundbord.interventions.rules.exit_states import Course, next_states, objections_to_writing
from rundbord.interventions.rules.exit_terms import Due, due_next
from rundbord.keys.core.cpr import read_cpr
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.core.trouble import KeyDestroyed
from rundbord.keys.queries import open_key

_MOST_CONTACTS = 12


@dataclass(frozen=True, kw_only=True)
class Worded:
    """A row with its opened words."""

    row: ExitMove | ExitStep | ExitContact | ExitNote
    words: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Planned:
    """The plan in one life area."""

    area: LifeArea
    steps: list[Worded]


@dataclass(frozen=True, kw_only=True)
class ConsentSheet:
    """The newest consent, and whom it names."""

    row: ExitConsent
    coordinators: list[tuple[str, str]]
    holds: bool


@dataclass(frozen=True, kw_only=True)
class ExitSheet:
    """All of it; words are empty where the key is destroyed."""

    case: ExitCase
    name: str
    masked_cpr: str
    born_on: date | None
    contact: str
    enquiry: str
    has_words: bool
    is_responsible: bool
    consent: ConsentSheet | None
    due: Due | None
    why_not: list[str]
    moves: list[Worded]
    plan: list[Planned]
    contacts: list[Worded]
    notes: dict[str, list[Worded]] = field(default_factory=dict)

    @property
    def state(self) -> ExitState:
        """How far it has come."""
        return ExitState(self.case.state)

    @property
    def may_write(self) -> bool:
        """Tell whether words about the person may be written now."""
        return not self.why_not

    def bans(self, today: date) -> list[Worded]:
        """Give the bans that are in force on a day."""
        listed = self.notes.get(ExitNoteKind.BAN, [])
        return [
            note for note in listed if isinstance(note.row, ExitNote) and note.row.until and note.row.until >= today
        ]

    @property
    def ways(self) -> tuple[ExitState, ...]:
        """Where it may go from here."""
        return next_states(self.state)


def exit_case_of(exit_id: UUID) -> ExitCase:
    """Find one exit case; what is out of reach does not exist."""
    case = ExitCase.objects.select_related("data_key").filter(pk=exit_id).first()
    if case is None:
        raise Http404
    return case


def exit_step_of(step_id: UUID) -> ExitStep:
    """Find one step of a plan."""
    step = ExitStep.objects.select_related("case").filter(pk=step_id).first()
    if step is None:
        raise Http404
    return step


def exit_sheet(case: ExitCase, actor: Actor) -> ExitSheet:
    """Open a case."""
    key = _key(case)
    notes = _by_kind(ExitNote.objects.filter(case=case).order_by("-written_at", "-id"), key)
    course = Course(
        state=ExitState(case.state), has_consent=holds(case.consent_until, timezone.localdate()), notes=frozenset(notes)
    )
    return ExitSheet(
        case=case,
        name=_open(case, "name", key) or _open(case, "called", key) or GONE,
        masked_cpr=_masked(_open(case, "cpr", key)),
        born_on=_day(_open(case, "born_on", key)),
        contact=_open(case, "contact", key),
        enquiry=_open(case, "enquiry", key),
        has_words=key is not None,
        is_responsible=case.responsible_id == actor.user_id,
        consent=_consent(case, key),
        due=due_next(standing_of(case)),
        why_not=objections_to_writing(course),
        moves=[_moved(each, key) for each in ExitMove.objects.filter(case=case).order_by("-moved_at", "-id")],
        plan=_plan(ExitStep.objects.filter(case=case).order_by("due_on", "id"), key),
        contacts=[
            Worded(row=each, words=_open(each, "line", key), label=Attendance(each.attendance).label)
            for each in ExitContact.objects.filter(case=case).order_by("-on", "-noted_at")[:_MOST_CONTACTS]
        ],
        notes=notes,
    )


def _key(case: ExitCase) -> OpenKey | None:
    try:
        return open_key(case.data_key_id)
    except KeyDestroyed:
        return None


def _open(
    row: ExitCase | ExitMove | ExitStep | ExitContact | ExitNote | ExitConsent, column: str, key: OpenKey | None
) -> str:
    return text_of(row, column, key) if key is not None else ""


def _masked(digits: str) -> str:
    return read_cpr(digits, today=timezone.localdate()).masked if digits else ""


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _moved(row: ExitMove, key: OpenKey | None) -> Worded:
    return Worded(row=row, words=_open(row, "reason", key), label=ExitState(row.state).label)


def _plan(steps: Iterable[ExitStep], key: OpenKey | None) -> list[Planned]:
    by_area: dict[str, list[Worded]] = {}
    for step in steps:
        words = _open(step, "words", key)
        by_area.setdefault(step.area, []).append(Worded(row=step, words=words, label=LifeArea(step.area).label))
    return [Planned(area=area, steps=by_area[area]) for area in LifeArea if area in by_area]


def _by_kind(notes: Iterable[ExitNote], key: OpenKey | None) -> dict[str, list[Worded]]:
    found: dict[str, list[Worded]] = {}
    for note in notes:
        label = ExitNoteKind(note.kind).label
        found.setdefault(note.kind, []).append(Worded(row=note, words=_open(note, "body", key), label=label))
    return found


def _consent(case: ExitCase, key: OpenKey | None) -> ConsentSheet | None:
    row = ExitConsent.objects.filter(case=case).order_by("-noted_at", "-id").first()
    if row is None:
        return None
    named = json.loads(_open(row, "coordinators", key) or "{}")
    still = row.withdrawn_at is None and holds(row.valid_until, timezone.localdate())
    lines = [(side.label, named[side.value]) for side in ExitSide if named.get(side.value)]
    return ConsentSheet(row=row, coordinators=lines, holds=still)
