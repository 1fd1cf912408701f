"""What falls due, as the apps that hold it tell: each adds its source when it is loaded, so that none is known here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from rundbord.access.actor import Actor


@dataclass(frozen=True, kw_only=True)
class Due:
    """One thing that goes after `day`; `url` leads to it, `before` to what can be done, each with its words."""

    number: UUID
    day: date
    rule: str
    url: str = ""
    is_waiting: bool = False
    note: str = ""
    before: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Source:
    """What one app tells of one kind: the rows within reach of whoever asks, and their names where these are shown.

    `overdue` counts what should have gone before a day and has not: for the proof.
    """

    label: str
    due: Callable[[Actor, date, date], list[Due]]
    overdue: Callable[[Actor, date], int]
    names: Callable[[list[Due]], Mapping[UUID, str]] | None = None
    is_listed: bool = True
    is_foreseen: bool = True
    order: int = 50


@dataclass
class _Known:
    sources: list[Source] = field(default_factory=list)


_known = _Known()


def add_source(source: Source) -> None:
    """Let what an app holds be foreseen and proved; called while apps are made ready."""
    _known.sources = sorted([*_known.sources, source], key=lambda each: (each.order, each.label))


def sources() -> list[Source]:
    """Give all, in the order of the page."""
    return list(_known.sources)
