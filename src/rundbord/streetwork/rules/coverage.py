"""Coverage: how often areas were visited in which part of the day, counted in shifts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

WEEKS = 4
_DEEPEST = 4


class DayPart(Enum):
    """Day part — del af døgnet: its heading, and the hours of the Danish clock that it holds."""

    DAY = "Før 15", range(5, 15)
    AFTERNOON = "15–18", range(15, 18)
    EVENING = "18–21", range(18, 21)
    LATE = "21–24", range(21, 24)
    NIGHT = "Nat", range(5)

    @property
    def heading(self) -> str:
        """The heading of its column."""
        return self.value[0]


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Visits in one part of the day; `depth` 0–4 is how dark the cell is drawn beside the fullest."""

    part: DayPart
    count: int
    depth: int


@dataclass(frozen=True, kw_only=True)
class AreaCoverage:
    """One area: the number of shifts that came there, and in which parts of the day."""

    area_id: UUID
    name: str
    shifts: int
    cells: list[Cell]


def coverage_of(names: Mapping[UUID, str], visits: Iterable[tuple[UUID, Sequence[int]]]) -> list[AreaCoverage]:
    """Count shifts by area and part of the day; areas in the order of `names`, also those never visited."""
    shifts = dict.fromkeys(names, 0)
    parts = {area: dict.fromkeys(DayPart, 0) for area in names}
    for area, hours in visits:
        if area not in shifts or not hours:
            continue
        shifts[area] += 1
        for part in DayPart:
            parts[area][part] += any(hour in part.value[1] for hour in hours)
    fullest = max((count for counted in parts.values() for count in counted.values()), default=0)
    return [
        AreaCoverage(area_id=area, name=name, shifts=shifts[area], cells=_cells(parts[area], fullest))
        for area, name in names.items()
    ]


def _cells(counted: Mapping[DayPart, int], fullest: int) -> list[Cell]:
    return [Cell(part=part, count=count, depth=_depth(count, fullest)) for part, count in counted.items()]


def _depth(count: int, fullest: int) -> int:
    return -(-count * _DEEPEST // fullest) if fullest else 0
