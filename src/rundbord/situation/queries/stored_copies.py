"""Every stored copy of some words in the partnership: what a black-out reaches, and whose rows it cannot."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet, TextField, prefetch_related_objects
from django.db.models.functions import Cast

from rundbord.access.actor import Actor
from rundbord.alerts.models import LogLine, SafetyNotice, SuddenEvent
from rundbord.conflicts.models import (
    Clearance,
    ClearanceRequest,
    Conflict,
    ConflictEvent,
    ConflictGroup,
    ConflictRevision,
    Evidence,
    Hypothesis,
    ReaderChange,
    RetaliationWindow,
    Review,
    RiskPoint,
    StatusChange,
    TensionChange,
    Weighing,
)
from rundbord.situation.models import (
    Correction,
    Entry,
    Incident,
    IncidentRevision,
    Picture,
    RepeatCluster,
    Report,
    Section,
    Triage,
    UnusualCount,
)
from rundbord.situation.rules.striking import STRUCK, WORDED, struck, struck_content
from rundbord.tasks.models import DecisionReview, Dissent, Outcome, Proposal, ProposalAnswer, Task
from rundbord.zones.models import ComingEvent, Zone, ZoneDecision, ZonePlace

Frozen = TypeVar("Frozen", Entry, IncidentRevision)

# Each table that common words are stored in, and its columns.
WORDED_COLUMNS: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (Section, ("text",)),
    (Correction, ("text",)),
    (Incident, ("heading", "place_text")),
    (Report, ("heading", "text", "place_text")),
    (Triage, ("note",)),
    (Task, ("what", "why", "alternatives", "basis")),
    (Outcome, ("text", "effect")),
    (Dissent, ("text",)),
    (DecisionReview, ("text",)),
    (Proposal, ("what", "why", "alternatives", "basis")),
    (ProposalAnswer, ("reason",)),
    (Zone, ("name", "borders")),
    (ZonePlace, ("name", "borders", "corrected_why")),
    (ZoneDecision, ("reasons", "happened", "decided_by", "link", "corrected_why")),
    (ComingEvent, ("title", "place_text", "expected", "planned", "source", "cancel_reason")),
    (SuddenEvent, ("title", "place_text", "incident_heading", "review")),
    (LogLine, ("text",)),
    (UnusualCount, ("reason",)),
    (RepeatCluster, ("reason",)),
    (SafetyNotice, ("title", "text", "recall_reason")),
    (Conflict, ("title", "communication")),
    (ConflictRevision, ("title", "communication")),
    (ConflictGroup, ("label",)),
    (ConflictEvent, ("words", "place_text", "incident_words", "withdrawn_why")),
    (TensionChange, ("reason",)),
    (Hypothesis, ("words", "dropped_why")),
    (Weighing, ("reason",)),
    (Evidence, ("words",)),
    (RetaliationWindow, ("trigger", "reason", "ended_why")),
    (RiskPoint, ("words", "place_text")),
    (Review, ("looked_at",)),
    (StatusChange, ("reason",)),
    (ReaderChange, ("reason",)),
    (ClearanceRequest, ("reason", "answer_why")),
    (Clearance, ("reason", "withdrawn_why")),
)


_NAMES: dict[type[Model], str] = {
    Section: "Afsnit i kladden",
    Correction: "Rettelse",
    Incident: "Hændelse",
    IncidentRevision: "Tidligere udgave af en hændelse",
    Report: "Indberetning",
    Triage: "Note i indbakken",
    Task: "Opgave",
    Outcome: "Tilbagemelding på en opgave",
    Dissent: "Uenighed i en beslutning",
    DecisionReview: "Gennemgang af en beslutning",
    Proposal: "Forslag mellem møder",
    ProposalAnswer: "Svar på et forslag",
    Zone: "Zone",
    ZonePlace: "Rettet sted for en zone",
    ZoneDecision: "Beslutning om en zone",
    ComingEvent: "Kommende begivenhed",
    SuddenEvent: "Pludselig hændelse",
    LogLine: "Log over en pludselig hændelse",
    SafetyNotice: "Sikkerhedsbesked",
    UnusualCount: "Vurdering af et usædvanligt antal",
    RepeatCluster: "Vurdering af en gentagelse",
    Conflict: "Konflikt",
    ConflictRevision: "Tidligere udgave af en konflikt",
    ConflictGroup: "Betegnelse for en gruppe",
    ConflictEvent: "Hændelse i en konflikt",
    TensionChange: "Vurdering af spændingen i en konflikt",
    Hypothesis: "Hypotese om en konflikt",
    Weighing: "Vurdering af en hypotese",
    Evidence: "Holdepunkt i en konflikt",
    RetaliationWindow: "Gengældelsesvindue",
    RiskPoint: "Sted eller dag i risiko",
    Review: "Gennemgang af en konflikt",
    StatusChange: "Begrundelse for at afslutte en konflikt",
    ReaderChange: "Begrundelse for en konflikts læserkreds",
    ClearanceRequest: "Ønske om adgang til en konflikts grupper",
    Clearance: "Adgang til en konflikts grupper",
}

# Tables of apps above this one, which name their own when Django is ready.
_FROM_ABOVE: list[tuple[type[Model], tuple[str, ...]]] = []


def add_worded(model: type[Model], columns: tuple[str, ...], *, name: str) -> None:
    """Let a black-out reach the words of a table that lies above the situation; `name` is what the reader is told."""
    _FROM_ABOVE.append((model, columns))
    _NAMES[model] = name


@dataclass(frozen=True, kw_only=True)
class Copies:
    """Rows in which the words stand: those that the actor may change, and the authorities of those that it may not."""

    entries: list[Entry]
    revisions: list[IncidentRevision]
    rows: list[tuple[Model, dict[str, str]]]
    others: frozenset[UUID]

    @property
    def passages(self) -> list[tuple[str, str]]:
        """Give every text as it will stand, and where, so that nothing is struck unseen."""
        frozen: list[Entry | IncidentRevision] = [*self.entries, *self.revisions]
        return [
            *((_where(row), _words(row.content)) for row in frozen),
            *((_where(row), " · ".join(new.values())) for row, new in self.rows),
        ]

    @property
    def elsewhere(self) -> int:
        """Count those that are not lines of published pictures."""
        return self.count - len(self.entries)

    @property
    def count(self) -> int:
        """Count the rows that will be struck."""
        return len(self.entries) + len(self.revisions) + len(self.rows)


def copies_of(phrases: Collection[str], *, actor: Actor) -> Copies:
    """Find the words wherever the actor may read them in the partnership."""
    found = list(_worded_rows(phrases))
    own = [(row, changes) for row, changes in found if _may_change(row, actor)]
    others = {_owner(row) for row, _ in found if not _may_change(row, actor)}
    return Copies(
        entries=_with_pictures(_frozen_copies(Entry, phrases)),
        revisions=list(_frozen_copies(IncidentRevision, phrases)),
        rows=own,
        others=frozenset(others),
    )


def reporters_behind(picture: Picture, *, actor: Actor) -> frozenset[UUID]:
    """Name the other authorities whose reports lie behind a picture: they look through their own rows."""
    verdicts = Triage.objects.filter(incident__entries__picture=picture, undone_at=None)
    return frozenset(
        verdicts.exclude(report__authority_id=actor.authority_id).values_list("report__authority_id", flat=True)
    )


def _where(row: Model) -> str:
    if isinstance(row, Entry):
        return str(row.picture)
    return _NAMES[type(row)]


def _words(content: Mapping[str, Any]) -> str:
    return " · ".join(str(content[part]) for part in WORDED if STRUCK in str(content.get(part) or ""))


def _frozen_copies(model: type[Frozen], phrases: Collection[str]) -> Iterator[Frozen]:
    told = model._base_manager.annotate(told=Cast("content", TextField())).filter(_any_of("told", phrases))
    for row in told.order_by("id"):
        content = struck_content(row.content, phrases)
        if content != row.content:
            row.content = content
            yield row


def _with_pictures(entries: Iterable[Entry]) -> list[Entry]:
    listed = list(entries)
    prefetch_related_objects(listed, "picture")
    return listed


def _worded_rows(phrases: Collection[str]) -> Iterator[tuple[Model, dict[str, str]]]:
    for model, columns in (*WORDED_COLUMNS, *_FROM_ABOVE):
        condition = Q()
        for column in columns:
            condition |= _any_of(column, phrases)
        rows: QuerySet[Any] = model._base_manager.filter(condition).order_by("id")
        for row in rows:
            if changes := _changes(row, columns, phrases):
                yield row, changes


def _changes(row: Model, columns: Iterable[str], phrases: Collection[str]) -> dict[str, str]:
    new = {column: struck(getattr(row, column), phrases) for column in columns}
    return {column: text for column, text in new.items() if text != getattr(row, column)}


def _any_of(column: str, phrases: Collection[str]) -> Q:
    # The first word is enough to narrow by: the pattern of the whole phrase decides (rules/striking.py).
    condition = Q()
    for phrase in phrases:
        condition |= Q(**{f"{column}__icontains": phrase.split()[0]})
    return condition


def _may_change(row: Model, actor: Actor) -> bool:
    """Tell whether the database lets the actor change the row: a source's own account is its authority's alone."""
    return not isinstance(row, Report | SafetyNotice | Clearance) or row.authority_id == actor.authority_id


def _owner(row: Model) -> UUID:
    owner: UUID = row.authority_id  # type: ignore[attr-defined]
    return owner
