"""Threads of the picture: what is followed beside the day's incidents, each told in a heading and a few lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rundbord.situation.rules.lines import Line
from rundbord.situation.vocabulary import EntryKind

# In the order in which a task force needs them.
THREADS = (
    EntryKind.SUDDEN_EVENT,
    EntryKind.CONFLICT,
    EntryKind.UNUSUAL,
    EntryKind.REPEAT,
    EntryKind.ZONE,
    EntryKind.COMING_EVENT,
    EntryKind.SAFETY_NOTICE,
)


@dataclass(frozen=True, kw_only=True)
class Thread:
    """One thread as the picture tells it."""

    heading: str
    lines: tuple[str, ...]
    area: str


@dataclass(frozen=True, kw_only=True)
class ThreadGroup:
    """Threads of one kind under their Danish heading."""

    label: str
    threads: list[Thread]


def thread_of_line(line: Line) -> Thread:
    """Read a thread; its text holds one sentence a line."""
    return Thread(heading=line.words("heading"), lines=tuple(line.words("text").splitlines()), area=line.words("area"))


def thread_groups(lines: Iterable[Line]) -> list[ThreadGroup]:
    """Gather threads by kind; a kind without any is left out."""
    by_kind: dict[EntryKind, list[Thread]] = {}
    for line in lines:
        if line.kind in THREADS:
            by_kind.setdefault(line.kind, []).append(thread_of_line(line))
    return [ThreadGroup(label=kind.label, threads=by_kind[kind]) for kind in THREADS if kind in by_kind]
