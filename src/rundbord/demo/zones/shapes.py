"""What invented zones and events are made of; days count from today."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time

from rundbord.partnership.vocabulary import Audience
from rundbord.zones.vocabulary import EventKind, Influence, ZoneKind


@dataclass(frozen=True, kw_only=True)
class Wrong:
    """What was registered first: until which day, why that was wrong, and how many hours after it was put right."""

    until: int
    why: str
    hours: int


@dataclass(frozen=True, kw_only=True)
class Link:
    """One decision: until which day, counted from today, why, and what had happened since the one before."""

    until: int
    reasons: str
    happened: str = ""
    link: str = ""
    wrong: Wrong | None = None


@dataclass(frozen=True, kw_only=True)
class Decided:
    """One zone with its chain; it begins so many days ago at noon."""

    kind: ZoneKind
    name: str
    borders: str
    areas: tuple[str, ...]
    begun_ago: int
    chain: tuple[Link, ...]
    ring: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """One coming event; days count from today."""

    kind: EventKind
    title: str
    in_days: int
    expected: str
    influence: Influence
    planned: str = ""
    source: str = ""
    area: str = ""
    place: str = ""
    clock: tuple[time, time] | None = None
    lasts: int = 1
    audience: Audience = Audience.PARTIES
    written_by: str = "gladsaxe"
    repeats_yearly: bool = field(default=False)
