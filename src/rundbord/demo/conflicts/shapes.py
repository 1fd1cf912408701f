"""What an invented conflict is made of; times count back from now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
from rundbord.partnership.vocabulary import Audience

POLICE = "vestegnen/Forebyggende afdeling"


@dataclass(frozen=True, kw_only=True)
class Seen:
    """One event, so many hours ago."""

    ago: float
    kind: EventKind
    severity: Severity
    words: str
    by: str
    grade: str = "b2"
    area: str = ""
    place: str = ""
    is_confirmed: bool = True


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A tension, so many hours ago, and why."""

    ago: float
    tension: Tension
    reason: str
    by: str


@dataclass(frozen=True, kw_only=True)
class Clue:
    """One piece of evidence, so many days ago."""

    side: Side
    words: str
    by: str
    grade: str
    ago: int


@dataclass(frozen=True, kw_only=True)
class Thought:
    """A hypothesis, stated so many days ago and holding so many days from today."""

    motive: ConflictKind
    words: str
    confidence: Confidence
    reason: str
    by: str
    ago: int
    holds: int
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, kw_only=True)
class AtRisk:
    """A place or a day at risk; `in_days` counts from today."""

    kind: RiskKind
    words: str
    area: str = ""
    place: str = ""
    in_days: int | None = None


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step: what, by whom, due in so many days."""

    kind: StepKind
    what: str
    team: str
    due_in: int


@dataclass(frozen=True, kw_only=True)
class Opened:
    """That the owner let more read the conflict, so many hours ago, and why; before, its own authority alone did."""

    ago: float
    reason: str


@dataclass(frozen=True, kw_only=True)
class Quarrel:
    """One conflict; times count back from now in days or hours."""

    title: str
    kind: ConflictKind
    team: str
    areas: tuple[str, ...]
    labels: tuple[str, ...]
    opened_ago: int
    reviewed_ago: float
    looked_at: str
    tensions: tuple[Judged, ...]
    communication: str = ""
    audience: Audience = Audience.PARTIES
    events: tuple[Seen, ...] = ()
    thoughts: tuple[Thought, ...] = ()
    risks: tuple[AtRisk, ...] = ()
    steps: tuple[Step, ...] = ()
    window: tuple[str, str] = ("", "")
    names: tuple[str, ...] = ()
    closed_ago: int | None = None
    closed_why: str = ""
    opened_wider: Opened | None = None

    def words(self) -> Iterator[str]:
        """Give every text, for those who look for persons in it."""
        yield from (self.title, self.looked_at, self.communication, self.closed_why, *self.labels, *self.window)
        yield from self.names
        if self.opened_wider:
            yield self.opened_wider.reason
        for judged in self.tensions:
            yield judged.reason
        for seen in self.events:
            yield from (seen.words, seen.place)
        for thought in self.thoughts:
            yield from (thought.words, thought.reason, *(clue.words for clue in thought.clues))
        for risk in self.risks:
            yield from (risk.words, risk.place)
        for step in self.steps:
            yield step.what
