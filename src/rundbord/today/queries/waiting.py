"""What waits for a user: numbers, and the list that each leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from rundbord.access.counting import count_together


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """A number of things that wait for the user, and the list that they stand in."""

    count: int
    label: str
    href: str
    tone: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What may wait: rows that are still to be counted, or their number where it is known; `one` names a single one."""

    rows: QuerySet[Any] | int
    many: str
    href: str
    one: str = ""
    tone: str = ""
    note: str = ""


def what_waits(asked: Iterable[Asked]) -> list[Waiting]:
    """Count all of it in one statement and leave out what there is none of."""
    listed = list(asked)
    counted = iter(count_together([each.rows for each in listed if isinstance(each.rows, QuerySet)]))
    counts = [next(counted) if isinstance(each.rows, QuerySet) else each.rows for each in listed]
    return [_shown(each, count) for each, count in zip(listed, counts, strict=True) if count]


def _shown(asked: Asked, count: int) -> Waiting:
    label = asked.one if asked.one and count == 1 else asked.many
    return Waiting(count=count, label=label, href=asked.href, tone=asked.tone, note=asked.note)
