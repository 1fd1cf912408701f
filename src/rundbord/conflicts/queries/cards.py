"""The parts of a conflict as its page shows them: hypotheses, windows, risks, steps and events, put into words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from rundbord.conflicts.models import (
    Conflict,
    ConflictEvent,
    ConflictStep,
    Evidence,
    Hypothesis,
    RetaliationWindow,
    RiskPoint,
)
from rundbord.conflicts.queries.lists import running_windows
from rundbord.conflicts.rules.judging import grade_in_words
from rundbord.conflicts.rules.motives import Standing, standing_of
from rundbord.conflicts.rules.risks import WindowState, countdown, is_at_risk, window_state
from rundbord.conflicts.vocabulary import Confidence, ConflictKind, EventKind, RiskKind, Severity, Side, StepKind
from rundbord.partnership.models import Area
from rundbord.tasks.models import Task
from rundbord.tasks.rules import Deadline, deadline_of
from rundbord.vocabulary import label_of

_RANK = {Confidence.STRONG: 0, Confidence.FAIR: 1, Confidence.WEAK: 2}


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


def line_of(event: ConflictEvent) -> EventLine:
    """Put an event into words."""
    return EventLine(
        event=event,
        kind=label_of(EventKind, event.kind),
        severity=label_of(Severity, event.severity),
        grade=grade_in_words(event.reliability, event.credibility),
    )


def card_of(hypothesis: Hypothesis) -> MotiveCard:
    """Give one hypothesis with its evidence."""
    return _motive_cards([hypothesis], timezone.now())[0]


def _place(text: str, area: Area | None) -> str:
    return ", ".join(each for each in (text, area.name if area else "") if each)


def motives_of(conflict: Conflict, now: datetime) -> list[MotiveCard]:
    """List the hypotheses: those that stand first, the surest at the top."""
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


def windows_of(conflict: Conflict, now: datetime) -> list[WindowCard]:
    """List the windows that are open or will open, the first to close first."""
    running = running_windows([conflict], now).select_related("unit")
    return [
        WindowCard(
            window=window,
            state=window_state(opens_at=window.opens_at, closes_at=window.closes_at, ended_at=None, now=now),
            countdown=countdown(opens_at=window.opens_at, closes_at=window.closes_at, ended_at=None, now=now),
        )
        for window in running
    ]


def risks_of(conflict: Conflict) -> list[RiskCard]:
    """List the places and days at risk: days first, in order."""
    today = timezone.localdate()
    named = RiskPoint.objects.filter(conflict=conflict, removed_at=None).select_related("area")
    ahead = [
        RiskCard(risk=risk, kind=label_of(RiskKind, risk.kind))
        for risk in named
        if is_at_risk(starts_on=risk.starts_on, ends_on=risk.ends_on, is_removed=False, today=today)
    ]
    return sorted(ahead, key=lambda card: (card.risk.starts_on is None, card.risk.starts_on or today, card.risk.words))


def steps_of(conflict: Conflict) -> list[StepCard]:
    """List the steps: those that are not done first, by their deadline."""
    today = timezone.localdate()
    taken = ConflictStep.objects.filter(conflict=conflict).select_related("task__owner__authority")
    cards = [
        StepCard(step=step, kind=label_of(StepKind, step.kind), deadline=_deadline(step.task, today=today))
        for step in taken
    ]
    return sorted(cards, key=lambda card: (card.deadline is Deadline.CLOSED, card.step.task.due_on, str(card.step.pk)))


def _deadline(task: Task, *, today: date) -> Deadline:
    return deadline_of(due_on=task.due_on, is_closed=task.closed_at is not None, today=today)
