"""The course of a conflict as one list, newest first: events, judgements, motives, windows, steps, reviews, changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.utils.dateparse import parse_datetime

from rundbord.conflicts.models import (
    Conflict,
    ConflictEvent,
    ConflictRevision,
    ConflictStep,
    Evidence,
    Hypothesis,
    ReaderChange,
    RetaliationWindow,
    Review,
    StatusChange,
    TensionChange,
    Weighing,
)
from rundbord.conflicts.rules.judging import grade_in_words
from rundbord.conflicts.vocabulary import Confidence, ConflictKind, EventKind, Severity, Side, StepKind, Tension
from rundbord.partnership.vocabulary import Audience
from rundbord.vocabulary import label_of

SHORT, LONG = 8, 60


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One entry of the course: when, what kind of thing, its words, and which unit told it."""

    at: datetime
    what: str
    words: str
    who: str
    details: str = ""
    mark: str = ""
    mark_kind: str = "neutral"
    event_id: UUID | None = None
    incident_id: UUID | None = None
    incident_words: str = ""
    is_struck: bool = False


@dataclass(frozen=True, kw_only=True)
class Course:
    """A stretch of the course; `older` is the cursor of what came before it, empty where nothing did."""

    moments: list[Moment]
    older: str


def course_of(conflict: Conflict, *, before: str = "", size: int = LONG) -> Course:
    """Give so many entries before a moment; those of the very same moment stay together."""
    until = _moment(before)
    moments = sorted(_moments(conflict, until=until, size=size), key=lambda each: each.at, reverse=True)
    if len(moments) <= size:
        return Course(moments=moments, older="")
    last = moments[size - 1].at
    shown = [each for each in moments if each.at >= last]
    return Course(moments=shown, older=last.isoformat() if len(shown) < len(moments) else "")


def _moment(text: str) -> datetime | None:
    try:
        parsed = parse_datetime(text.replace(" ", "+"))
    except ValueError:
        return None
    return parsed if parsed is not None and parsed.tzinfo is not None else None


def _moments(conflict: Conflict, *, until: datetime | None, size: int) -> Iterator[Moment]:
    for model, column, tell in _KINDS:
        there: Any = model._base_manager.filter(conflict=conflict, **{f"{column}__isnull": False})
        rows = there.select_related(*_RELATED.get(model, ("unit",)))
        if until is not None:
            rows = rows.filter(**{f"{column}__lt": until})
        for row in rows.order_by(f"-{column}", "-id")[: size + 1]:
            yield tell(row)


def _event(row: ConflictEvent) -> Moment:
    place = ", ".join(each for each in (row.place_text, row.area.name if row.area else "") if each)
    grade = grade_in_words(row.reliability, row.credibility)
    mark, kind = ("Bekræftet", "confirmed") if row.is_confirmed else ("Ubekræftet", "unconfirmed")
    if row.withdrawn_at is not None:
        mark, kind = "Trukket tilbage", "closed"
    details = [label_of(Severity, row.severity), place, grade]
    withdrawn = f"Trukket tilbage: {row.withdrawn_why}" if row.withdrawn_at else ""
    return Moment(
        at=row.happened_at,
        what=label_of(EventKind, row.kind),
        words=withdrawn or row.words,
        who=_who(row),
        details=" · ".join(each for each in details if each),
        mark=mark,
        mark_kind=kind,
        event_id=row.pk if row.withdrawn_at is None else None,
        incident_id=row.incident_id,
        incident_words=row.incident_words,
        is_struck=row.withdrawn_at is not None,
    )


def _tension(row: TensionChange) -> Moment:
    return Moment(at=row.at, what=f"Spænding: {label_of(Tension, row.tension)}", words=row.reason, who=_who(row))


def _review(row: Review) -> Moment:
    return Moment(at=row.at, what="Gennemgået", words=row.looked_at, who=_who(row))


def _status(row: StatusChange) -> Moment:
    what = "Afsluttet" if row.is_closing else "Åbnet igen"
    return Moment(at=row.at, what=what, words=row.reason, who=_who(row), mark=what, mark_kind="changed")


def _readers(row: ReaderChange) -> Moment:
    before, after = label_of(Audience, row.before), label_of(Audience, row.after)
    what, details = "Læserkreds ændret", f"Fra {before.lower()} til {after.lower()}"
    return Moment(at=row.at, what=what, words=row.reason, who=_who(row), details=details)


def _dropped(row: Hypothesis) -> Moment:
    assert row.dropped_at is not None  # noqa: S101 — filtered below
    return Moment(at=row.dropped_at, what="Hypotese opgivet", words=row.dropped_why, who="", details=row.words)


def _weighing(row: Weighing) -> Moment:
    hypothesis, sure = row.hypothesis, label_of(Confidence, row.confidence)
    if row.at == hypothesis.at:
        what = f"Ny hypotese: {label_of(ConflictKind, hypothesis.motive)}"
        return Moment(
            at=row.at, what=what, words=hypothesis.words, who=_who(row), details=f"{sure} tiltro: {row.reason}"
        )
    return Moment(at=row.at, what=f"Tiltro: {sure}", words=row.reason, who=_who(row), details=hypothesis.words)


def _evidence(row: Evidence) -> Moment:
    details = f"{row.hypothesis.words} · {grade_in_words(row.reliability, row.credibility)}"
    what = f"Holdepunkt: {label_of(Side, row.side).lower()}"
    return Moment(at=row.at, what=what, words=row.words, who=_who(row), details=details)


def _window(row: RetaliationWindow) -> Moment:
    return Moment(at=row.at, what="Gengældelsesvindue sat", words=row.trigger, who=_who(row), details=row.reason)


def _ended(row: RetaliationWindow) -> Moment:
    assert row.ended_at is not None  # noqa: S101 — filtered below
    return Moment(at=row.ended_at, what="Gengældelsesvindue lukket", words=row.ended_why, who="", details=row.trigger)


def _step(row: ConflictStep) -> Moment:
    what = f"Skridt: {label_of(StepKind, row.kind)}"
    return Moment(at=row.at, what=what, words=row.task.what, who=_who(row), details=row.task.owner.name)


def _revision(row: ConflictRevision) -> Moment:
    what = "Konflikten oprettet" if row.version == 1 else f"Oplysninger rettet (udgave {row.version})"
    return Moment(at=row.at, what=what, words=row.title, who=_who(row), details=row.areas_label)


def _who(row: Any) -> str:
    return f"{row.unit.name} ({row.user_label})" if row.unit else row.user_label


_KINDS: tuple[tuple[type[Model], str, Callable[[Any], Moment]], ...] = (
    (ConflictEvent, "happened_at", _event),
    (TensionChange, "at", _tension),
    (Review, "at", _review),
    (StatusChange, "at", _status),
    (ReaderChange, "at", _readers),
    (Hypothesis, "dropped_at", _dropped),
    (Weighing, "at", _weighing),
    (Evidence, "at", _evidence),
    (RetaliationWindow, "at", _window),
    (RetaliationWindow, "ended_at", _ended),
    (ConflictStep, "at", _step),
    (ConflictRevision, "at", _revision),
)
_RELATED: dict[type[Model], tuple[str, ...]] = {
    ConflictEvent: ("unit", "area"),
    Weighing: ("unit", "hypothesis"),
    Evidence: ("unit", "hypothesis"),
    ConflictStep: ("unit", "task__owner"),
}
