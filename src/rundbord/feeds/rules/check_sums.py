"""Whether a table adds up: the country is its municipalities, Christiansø and what has no known place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rundbord.feeds.rules.json_stat import Cell, Table
from rundbord.feeds.rules.offences import TOTAL
from rundbord.feeds.vocabulary import CheckSum, StatTable

COUNTRY, CHRISTIANSOE, UNKNOWN = "000", "411", "998"
MUNICIPALITIES = 98
_MOST_TOLD = 20


@dataclass(frozen=True, kw_only=True)
class Difference:
    """Two numbers that should be the same: what they are of, the one that was told, and the sum of its parts."""

    of: str
    period: str
    told: int
    summed: int


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What came of adding up."""

    check_sum: CheckSum
    differences: tuple[Difference, ...] = ()


def checked(table: Table) -> Checked:
    """Add up by place and by kind; a table with a part of the municipalities cannot be added up by place."""
    wrong = (*_by_kind(table), *(_by_place(table) if _is_whole(table) else ()))
    if wrong:
        return Checked(check_sum=CheckSum.WRONG, differences=tuple(wrong[:_MOST_TOLD]))
    return Checked(check_sum=CheckSum.RIGHT if _is_whole(table) else CheckSum.IMPOSSIBLE)


def is_municipality(area: str) -> bool:
    """Tell a municipality from the country, a region and the two that stand beside the municipalities."""
    return len(area) == 3 and area.isdecimal() and area[0] != "0" and area not in {CHRISTIANSOE, UNKNOWN}


def _is_whole(table: Table) -> bool:
    beside = {CHRISTIANSOE, UNKNOWN} if table.table == StatTable.OFFENCES else {CHRISTIANSOE}
    is_complete = sum(map(is_municipality, table.areas)) == MUNICIPALITIES and beside <= set(table.areas)
    return is_complete and COUNTRY in table.areas


def _by_place(table: Table) -> list[Difference]:
    parts = [cell for cell in table.cells if is_municipality(cell.area) or cell.area in {CHRISTIANSOE, UNKNOWN}]
    country = {(cell.offence, cell.period): cell.value for cell in table.cells if cell.area == COUNTRY}
    return list(_differences(country, _sums((cell.offence, cell.period, cell.value) for cell in parts), table))


def _by_kind(table: Table) -> list[Difference]:
    """All offences are those of the penal code and of special acts; traffic is in none of these tables."""
    if table.table != StatTable.OFFENCES or not {TOTAL, "1", "3"} <= set(table.offences):
        return []
    country = [cell for cell in table.cells if cell.area == COUNTRY]
    told = {(TOTAL, cell.period): cell.value for cell in country if cell.offence == TOTAL}
    return list(_differences(told, _sums(_main_groups(country)), table))


def _main_groups(cells: Iterable[Cell]) -> Iterable[tuple[str, str, int]]:
    return ((TOTAL, cell.period, cell.value) for cell in cells if len(cell.offence) == 1)


def _sums(parts: Iterable[tuple[str, str, int]]) -> Mapping[tuple[str, str], int]:
    sums: defaultdict[tuple[str, str], int] = defaultdict(int)
    for offence, period, value in parts:
        sums[offence, period] += value
    return sums


def _differences(
    told: Mapping[tuple[str, str], int], summed: Mapping[tuple[str, str], int], table: Table
) -> Iterable[Difference]:
    for key, value in sorted(told.items()):
        if summed.get(key, 0) != value:
            name = table.offences.get(key[0], key[0]) or "Folketal"
            yield Difference(of=name, period=key[1], told=value, summed=summed.get(key, 0))
