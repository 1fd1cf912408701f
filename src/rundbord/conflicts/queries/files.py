"""One conflict with all that belongs to it, in a fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from django.db.models import Model
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.conflicts.models import (
    Conflict,
    ConflictArea,
    ConflictEvent,
    ConflictGroup,
    ConflictRevision,
    ConflictStep,
    Evidence,
    Hypothesis,
    RetaliationWindow,
    Review,
    RiskPoint,
    TensionChange,
)
from rundbord.conflicts.queries.lists import ConflictRow, rows_of
from rundbord.conflicts.rules.judging import grade_in_words
from rundbord.conflicts.rules.motives import Standing, standing_of
from rundbord.conflicts.rules.risks import WindowState, countdown, is_at_risk, window_state
from rundbord.conflicts.vocabulary import (
    Confidence,
    ConflictKind,
    EventKind,
    RiskKind,
    Severity,
    Side,
    StepKind,
    Tension,
)
from rundbord.identity.models import Unit
from rundbord.partnership.models import Area
from rundbord.tasks.models import Task
from rundbord.tasks.rules import Deadline, deadline_of
from rundbord.vocabulary import label_of

_RANK = {Confidence.STRONG: 0, Confidence.FAIR: 1, Confidence.WEAK: 2}
_MOST_EVENTS_ON_MAP = 20
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True, kw_only=True)
class Clue:
    """A piece of evidence as shown, with its grade in words."""

    evidence: Evidence
    grade: str


@dataclass(frozen=True, kw_only=True)
class MotiveCard:
    """A hypothesis as shown: how sure, until when, and what speaks for and against."""

    hypothesis: Hypothesis
    motive: str
    standing: Standing
    speaking_for: list[Clue]
    speaking_against: list[Clue]

    @property
    def is_live(self) -> bool:
        """Tell whether it can be renewed."""
        return self.hypothesis.dropped_at is None


@dataclass(frozen=True, kw_only=True)
class WindowCard:
    """A retaliation window as shown."""

    window: RetaliationWindow
    state: WindowState
    countdown: str

    @property
    def is_running(self) -> bool:
        """Tell whether it is open or will open."""
        return self.state in {WindowState.OPEN, WindowState.COMING}


@dataclass(frozen=True, kw_only=True)
class RiskCard:
    """A place or a day at risk as shown."""

    risk: RiskPoint
    kind: str

    @property
    def where(self) -> str:
        """Name the place as closely as it is known; empty where a day alone is at risk."""
        return _place(self.risk.place_text, self.risk.area)


@dataclass(frozen=True, kw_only=True)
class StepCard:
    """A step as shown, with how its task stands."""

    step: ConflictStep
    kind: str
    deadline: Deadline

    @property
    def tone(self) -> str:
        """Tell how the entry stands out."""
        return "overdue" if self.deadline is Deadline.OVERDUE else ""


@dataclass(frozen=True, kw_only=True)
class EventLine:
    """An event as map and table show it."""

    event: ConflictEvent
    kind: str
    severity: str
    grade: str

    @property
    def where(self) -> str:
        """Name the place as closely as it is known."""
        return _place(self.event.place_text, self.event.area) or "Sted ikke angivet"


@dataclass(frozen=True, kw_only=True)
class ConflictFile:
    """A conflict as its page shows it."""

    row: ConflictRow
    areas: list[Area]
    groups: list[ConflictGroup]
    tension: TensionChange | None
    motives: list[MotiveCard]
    windows: list[WindowCard]
    risks: list[RiskCard]
    steps: list[StepCard]
    events: list[EventLine]
    last_review: Review | None

    @property
    def conflict(self) -> Conflict:
        """The conflict itself."""
        return self.row.conflict

    @property
    def is_open(self) -> bool:
        """Tell whether it can be carried on."""
        return self.conflict.closed_at is None

    @property
    def tone(self) -> str:
        """Tell how the tension's panel stands out."""
        return "urgent" if self.is_open and self.conflict.tension == Tension.ACUTE else "accent"

    @property
    def window_tone(self) -> str:
        """Tell how the windows' panel stands out."""
        return "urgent" if any(card.state is WindowState.OPEN for card in self.windows) else "accent"


def conflict_of(conflict_id: UUID) -> Conflict:
    """Find one conflict; what is out of reach does not exist."""
    found = Conflict.objects.select_related("owner__authority", "authority").filter(pk=conflict_id).first()
    if found is None:
        raise Http404
    return found


def conflict_file(conflict_id: UUID) -> ConflictFile:
    """Open one conflict."""
    conflict = conflict_of(conflict_id)
    now = timezone.now()
    territory = ConflictArea.objects.filter(conflict=conflict).select_related("area").order_by("area__sort_key", "id")
    return ConflictFile(
        row=rows_of([conflict])[0],
        areas=[each.area for each in territory],
        groups=groups_of(conflict),
        tension=TensionChange.objects.filter(conflict=conflict).select_related("unit").order_by("-at", "-id").first(),
        motives=_motives(conflict, now),
        windows=_windows(conflict, now),
        risks=_risks(conflict),
        steps=_steps(conflict),
        events=events_of(conflict),
        last_review=Review.objects.filter(conflict=conflict).select_related("unit").order_by("-at", "-id").first(),
    )


def groups_of(conflict: Conflict) -> list[ConflictGroup]:
    """List the groups by letter."""
    return list(ConflictGroup.objects.filter(conflict=conflict).order_by("letter"))


def events_of(conflict: Conflict) -> list[EventLine]:
    """List the events that stand, newest first, as map and table show them."""
    standing = ConflictEvent.objects.filter(conflict=conflict, withdrawn_at=None).select_related("area", "unit")
    return [line_of(event) for event in standing.order_by("-happened_at", "-id")[:_MOST_EVENTS_ON_MAP]]


def line_of(event: ConflictEvent) -> EventLine:
    """Put an event into words."""
    return EventLine(
        event=event,
        kind=label_of(EventKind, event.kind),
        severity=label_of(Severity, event.severity),
        grade=grade_in_words(event.reliability, event.credibility),
    )


def part_of(model: type[Row], conflict_id: UUID, part_id: UUID) -> Row:
    """Find one row that belongs to a conflict, and the conflict with it; what is out of reach does not exist."""
    rows = model._base_manager.select_related("conflict__owner__authority")
    found = rows.filter(pk=part_id, conflict_id=conflict_id).first()
    if found is None:
        raise Http404
    return found


def card_of(hypothesis: Hypothesis) -> MotiveCard:
    """Give one hypothesis with its evidence."""
    return _motive_cards([hypothesis], timezone.now())[0]


def revisions_of(conflict: Conflict) -> list[ConflictRevision]:
    """List how the facts once stood, newest first."""
    return list(ConflictRevision.objects.filter(conflict=conflict).select_related("unit").order_by("-version"))


def units_that_can_follow(actor: Actor) -> list[Unit]:
    """List every open unit of the parties but those of partners, the own authority's first."""
    units = Unit.objects.filter(closed_at=None).exclude(authority__kind__in=["housing", "civil"])
    listed = units.select_related("authority").order_by("authority__name", "name")
    return sorted(listed, key=lambda unit: unit.authority_id != actor.authority_id)


def areas_to_choose() -> list[Area]:
    """List open areas in Danish order."""
    return list(Area.objects.filter(closed_at=None).order_by("sort_key", "id"))


def _place(text: str, area: Area | None) -> str:
    return ", ".join(each for each in (text, area.name if area else "") if each)


def _motives(conflict: Conflict, now: datetime) -> list[MotiveCard]:
    stated = list(Hypothesis.objects.filter(conflict=conflict).select_related("unit").order_by("-at", "-id"))
    cards = _motive_cards(stated, now)
    return sorted(cards, key=lambda card: (not card.is_live, card.standing.is_expired, _rank(card)))


def _rank(card: MotiveCard) -> int:
    return _RANK[Confidence(card.hypothesis.confidence)]


def _motive_cards(hypotheses: list[Hypothesis], now: datetime) -> list[MotiveCard]:
    clues: dict[tuple[UUID, str], list[Clue]] = defaultdict(list)
    found = Evidence.objects.filter(hypothesis__in=hypotheses).select_related("unit").order_by("-known_on", "-at", "id")
    for each in found:
        clue = Clue(evidence=each, grade=grade_in_words(each.reliability, each.credibility))
        clues[each.hypothesis_id, each.side].append(clue)
    return [
        MotiveCard(
            hypothesis=hypothesis,
            motive=label_of(ConflictKind, hypothesis.motive),
            standing=standing_of(
                confidence=hypothesis.confidence,
                expires_at=hypothesis.expires_at,
                is_dropped=hypothesis.dropped_at is not None,
                now=now,
            ),
            speaking_for=clues[hypothesis.pk, Side.FOR.value],
            speaking_against=clues[hypothesis.pk, Side.AGAINST.value],
        )
        for hypothesis in hypotheses
    ]


def _windows(conflict: Conflict, now: datetime) -> list[WindowCard]:
    running = RetaliationWindow.objects.filter(conflict=conflict, ended_at=None, closes_at__gt=now)
    return [
        WindowCard(
            window=window,
            state=window_state(opens_at=window.opens_at, closes_at=window.closes_at, ended_at=None, now=now),
            countdown=countdown(opens_at=window.opens_at, closes_at=window.closes_at, ended_at=None, now=now),
        )
        for window in running.select_related("unit").order_by("closes_at", "id")
    ]


def _risks(conflict: Conflict) -> list[RiskCard]:
    today = timezone.localdate()
    named = RiskPoint.objects.filter(conflict=conflict, removed_at=None).select_related("area")
    ahead = [
        RiskCard(risk=risk, kind=label_of(RiskKind, risk.kind))
        for risk in named
        if is_at_risk(starts_on=risk.starts_on, ends_on=risk.ends_on, is_removed=False, today=today)
    ]
    return sorted(ahead, key=lambda card: (card.risk.starts_on is None, card.risk.starts_on or today, card.risk.words))


def _steps(conflict: Conflict) -> list[StepCard]:
    today = timezone.localdate()
    taken = ConflictStep.objects.filter(conflict=conflict).select_related("task__owner__authority")
    cards = [
        StepCard(step=step, kind=label_of(StepKind, step.kind), deadline=_deadline(step.task, today=today))
        for step in taken
    ]
    return sorted(cards, key=lambda card: (card.deadline is Deadline.CLOSED, card.step.task.due_on, str(card.step.pk)))


def _deadline(task: Task, *, today: date) -> Deadline:
    return deadline_of(due_on=task.due_on, is_closed=task.closed_at is not None, today=today)
