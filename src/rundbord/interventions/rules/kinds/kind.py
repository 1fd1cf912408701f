"""What a kind of intervention is made of: steps in order, each with fields, outcomes, a clock and what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rundbord.interventions.vocabulary import (
    ConcernClock,
    Effect,
    Ending,
    FieldKind,
    InterventionKind,
    Side,
    Stop,
    TimeUnit,
)

LOCAL = "aftalt lokalt"
BOTH_SIDES = frozenset({Side.POLICE, Side.MUNICIPALITY})
# A parent's protected address stops what is sent, since one letter could tell the other parent where they live.
BY_LETTER = frozenset(Stop)
EVERY_STOP = BY_LETTER - {Stop.CUSTODY}
# Somebody with a protected address can be met elsewhere; at home nobody is met.
AWAY_FROM_HOME = EVERY_STOP - {Stop.ADDRESS}


@dataclass(frozen=True, kw_only=True)
class Clock:
    """How long something may take, from when, and who says so: a paragraph, or the partnership itself.

    `after` is the key of a step; empty: from the beginning. `remind_on` counts days on which somebody is reminded.
    """

    amount: int
    unit: TimeUnit
    after: str = ""
    paragraph: str = ""
    remind_on: tuple[int, ...] = ()

    @property
    def is_statutory(self) -> bool:
        """Tell whether a statute sets it."""
        return bool(self.paragraph)

    @property
    def source(self) -> str:
        """Name who sets it."""
        return self.paragraph or LOCAL

    @property
    def length(self) -> str:
        """Say how long it is."""
        if not self.amount:
            return "på dagen"
        one = {TimeUnit.DAYS: "1 dag", TimeUnit.MONTHS: "1 måned", TimeUnit.HOURS: "1 time"}
        size = abs(self.amount)
        length = one.get(self.unit, f"1 {self.unit.label}") if size == 1 else f"{size} {self.unit.label}"
        return f"{length} før" if self.amount < 0 else length


@dataclass(frozen=True, kw_only=True)
class Field:
    """One fact that a step asks for; its words are sealed.

    `must_be`: the only answer that lets the step stand. `counts`: the clocks after the step run from this day.
    `always`: asked for whatever the outcome. `most` limits how many of several may be chosen. `part` is a heading.
    `posted` are the answers by which something is sent, which a protected address forbids.
    """

    key: str
    label: str
    kind: FieldKind = FieldKind.TEXT
    hint: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    is_required: bool = True
    always: bool = False
    must_be: str = ""
    refusal: str = ""
    most: int = 0
    counts: bool = False
    part: str = ""
    posted: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Bar:
    """Answers that cannot stand together: refused beside `field`, with the ways that are open."""

    when: Mapping[str, str]
    field: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a step can lead to; `needs_fields`: the required facts are there only when it came about.

    `is_early`: the step's earliest day does not bind it. `takes_place`: an offer was taken, and may be one of the own
    catalogue, whose free places it lowers until the intervention ends.
    """

    key: str
    label: str
    effect: Effect = Effect.ONWARD
    moves: ConcernClock = ConcernClock.NONE
    ends_as: Ending | None = None
    needs_fields: bool = True
    is_contact: bool = True
    is_early: bool = False
    takes_place: bool = False


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step.

    `stops`: what must be settled before it is planned or noted. `sides`: who must have been there. `is_joint`: both
    units have said go. `is_planned`: it has a time. `at_door`: it is written on a phone. `own_key`: its words go before
    the file does. `destroys`: noting it destroys the words that have a key of their own. `printed`: it has a page to
    hand out. `repeats_until`: noted again at any time before that step, when what it says has moved; the newest counts.
    """

    key: str
    label: str
    says: str
    fields: tuple[Field, ...] = ()
    outcomes: tuple[Outcome, ...]
    clock: Clock | None = None
    not_before: Clock | None = None
    stops: frozenset[Stop] = frozenset()
    sides: frozenset[Side] = frozenset()
    is_joint: bool = False
    is_planned: bool = False
    at_door: bool = False
    own_key: bool = False
    destroys: bool = False
    printed: str = ""
    bars: tuple[Bar, ...] = ()
    repeats_until: str = ""

    @property
    def is_at_home(self) -> bool:
        """Tell whether it is a visit to the family's home."""
        return self.at_door and Stop.ADDRESS in self.stops

    @property
    def takes_place(self) -> bool:
        """Tell whether a place of the catalogue may be taken by it."""
        return any(each.takes_place for each in self.outcomes)

    def outcome(self, key: str) -> Outcome | None:
        """Find an outcome by its key."""
        return next((each for each in self.outcomes if each.key == key), None)


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of intervention; `leads` are those who may begin one, `longest` is when it must be over."""

    key: InterventionKind
    says: str
    basis: str
    steps: tuple[Step, ...]
    leads: frozenset[Side] = BOTH_SIDES
    only_under_18: bool = False
    longest: Clock | None = None
    evidence: str = ""
    most_visits: int = 0
    visits_within_days: int = 0
    most_open_each: int = 0

    @property
    def label(self) -> str:
        """Its Danish name."""
        return self.key.label

    def step(self, key: str) -> Step | None:
        """Find a step by its key."""
        return next((each for each in self.steps if each.key == key), None)

    def after(self, step: Step) -> Step | None:
        """Give the step that follows."""
        following = self.steps[self.steps.index(step) + 1 :]
        return following[0] if following else None
