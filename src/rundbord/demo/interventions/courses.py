"""The shape of what was done with an invented young person: a course and its steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rundbord.interventions.rules.taking import Value
from rundbord.interventions.vocabulary import InterventionKind


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: outcome, how many days ago, and what was filled in.

    A day that was filled in is that of the step, or the one so many days from today that `day_in` says.
    """

    key: str
    outcome: str
    days_ago: int
    values: Mapping[str, Value] = field(default_factory=dict)
    again_in: int = 2
    day_in: int | None = None


@dataclass(frozen=True, kw_only=True)
class Course:
    """One intervention: who works it, with whom, since how many days; `asks` names the unit of a joint visit."""

    by: str
    name: str
    kind: InterventionKind
    since: int
    steps: tuple[Step, ...]
    asks: str = ""
    area: str = ""
