"""What a new agenda begins with, how a meeting goes from item to item, and what returns on the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from rundbord.partnership.vocabulary import ItemKind

# Items that fill themselves anew each time, so that they never return as unfinished.
SELF_FILLING = frozenset(ItemKind) - {ItemKind.TOPIC}


@dataclass(frozen=True, kw_only=True)
class Point:
    """An item as far as rules judge it."""

    id: UUID | None
    kind: ItemKind
    title: str
    minutes: int
    begun_at: datetime | None = None
    ended_at: datetime | None = None
    is_postponed: bool = False

    @property
    def is_running(self) -> bool:
        """Tell whether it is being spoken of."""
        return self.begun_at is not None and self.ended_at is None

    @property
    def ends_at(self) -> datetime | None:
        """When its time is up; None before it has begun."""
        return self.begun_at + timedelta(minutes=self.minutes) if self.begun_at else None

    @property
    def returns(self) -> bool:
        """Tell whether it belongs on the next agenda: postponed, or a topic that nobody came to."""
        return self.is_postponed or (self.kind not in SELF_FILLING and self.begun_at is None)


def agenda_for(standard: Sequence[Point], *, earlier: Sequence[Point], open_decisions: int) -> list[Point]:
    """Make the agenda of a new meeting: standard items, then what was not finished; open decisions are never lost.

    Where decisions are open and no item asks for them, one does, before new ones are taken.
    """
    agenda = list(standard)
    if open_decisions and not any(point.kind == ItemKind.OPEN_DECISIONS for point in agenda):
        asked = Point(id=None, kind=ItemKind.OPEN_DECISIONS, title=ItemKind.OPEN_DECISIONS.label, minutes=5)
        agenda.insert(_before_decisions(agenda), asked)
    known = {point.title for point in agenda}
    carried = [point for point in earlier if point.returns and point.title not in known]
    at = _before_decisions(agenda)
    return [*agenda[:at], *carried, *agenda[at:]]


def following(points: Sequence[Point]) -> Point | None:
    """Find the first item that has not been spoken of."""
    return next((point for point in points if point.begun_at is None and not point.is_postponed), None)


def running(points: Sequence[Point]) -> Point | None:
    """Find the item that is being spoken of."""
    return next((point for point in points if point.is_running), None)


def _before_decisions(agenda: Sequence[Point]) -> int:
    places = [at for at, point in enumerate(agenda) if point.kind == ItemKind.DECISIONS]
    return places[0] if places else len(agenda)
