"""JSON-stat as the statistics bank writes it, in either version: from axes and a row of numbers to cells."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Any

from rundbord.feeds.rules.items import Malformed, written
from rundbord.feeds.vocabulary import StatTable

AREA, OFFENCE, TIME = "OMRÅDE", "OVERTRÆD", "TID"
# Axes whose total is meant, where a file carries them at all.
_TOTALS = {"TOT", "IALT", "I ALT"}
_QUARTER = re.compile(r"(19|20)\d\dK[1-4]")
_MOST_CELLS = 2_000_000
_HIGHEST = 2_147_483_647
_LONGEST = {AREA: 3, OFFENCE: 8}


@dataclass(frozen=True)
class Cell:
    """One number: where, of what (empty where inhabitants are counted), and in which quarter."""

    area: str
    offence: str
    period: str
    value: int


@dataclass(frozen=True, kw_only=True)
class Table:
    """What a file holds; names by code."""

    table: StatTable
    updated: str
    areas: Mapping[str, str]
    offences: Mapping[str, str]
    cells: tuple[Cell, ...]

    @property
    def periods(self) -> list[str]:
        """The quarters, oldest first."""
        return sorted({cell.period for cell in self.cells})


@dataclass(frozen=True)
class _Axis:
    name: str
    codes: tuple[str, ...]
    labels: Mapping[str, str]


def read_table(content: bytes) -> Table:
    """Read an answer or a saved file; raise Malformed with a Danish sentence."""
    told = _dataset(content)
    axes = _axes(told)
    values = _values(told, prod(len(axis.codes) for axis in axes))
    named = {axis.name.upper(): axis for axis in axes}
    _demand_known_axes(named)
    cells = tuple(_cells(axes, values))
    if not cells:
        raise Malformed("Tabellen er tom.")
    offences = named[OFFENCE].labels if OFFENCE in named else {"": "Folketal"}
    return Table(
        table=StatTable.OFFENCES if OFFENCE in named else StatTable.INHABITANTS,
        updated=written(str(told.get("updated") or ""))[:40],
        areas=named[AREA].labels,
        offences=offences,
        cells=cells,
    )


def _dataset(content: bytes) -> Mapping[str, Any]:
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise Malformed("Filen er ikke JSON-stat.") from error
    # The first version wraps the table once more.
    inner = told.get("dataset", told) if isinstance(told, dict) else None
    if not isinstance(inner, dict) or not isinstance(inner.get("dimension"), dict):
        raise Malformed("Filen er ikke JSON-stat.")
    return inner


def _axes(told: Mapping[str, Any]) -> list[_Axis]:
    dimension = told["dimension"]
    names = told.get("id") or dimension.get("id")
    if not isinstance(names, list) or not names:
        raise Malformed("Filen siger ikke, hvilke akser tabellen har.")
    return [_axis(str(name), dimension.get(name)) for name in names]


def _axis(name: str, told: Any) -> _Axis:
    category = told.get("category") if isinstance(told, dict) else None
    if not isinstance(category, dict):
        raise Malformed(f"Aksen {name} mangler.")
    index, labels = category.get("index"), category.get("label") or {}
    if not isinstance(labels, dict):
        raise Malformed(f"Aksen {name} kan ikke læses.")
    codes = _codes(index if index is not None else list(labels))
    return _Axis(name, codes, {code: written(str(labels.get(code, code))) for code in codes})


def _codes(index: Any) -> tuple[str, ...]:
    """Give the codes in the order of the numbers, whether they are told as a list or with their places."""
    if isinstance(index, dict) and sorted(index.values(), key=str) == sorted(range(len(index)), key=str):
        return tuple(sorted(index, key=lambda code: index[code]))
    if isinstance(index, list) and index:
        return tuple(map(str, index))
    raise Malformed("En akse i tabellen kan ikke læses.")


def _values(told: Mapping[str, Any], size: int) -> Sequence[Any]:
    """Give the numbers in row-major order; a sparse table leaves some out."""
    values = told.get("value")
    if size > _MOST_CELLS:
        raise Malformed("Tabellen er for stor. Vælg færre overtrædelser eller færre kvartaler.")
    if isinstance(values, dict):
        return [values.get(str(place)) for place in range(size)]
    if not isinstance(values, list) or len(values) != size:
        raise Malformed("Tabellens tal passer ikke med dens akser.")
    return values


def _demand_known_axes(named: Mapping[str, _Axis]) -> None:
    if AREA not in named or TIME not in named:
        raise Malformed("Tabellen skal have akserne OMRÅDE og Tid, som STRAF11 og FOLK1A har.")
    if not all(_QUARTER.fullmatch(period) for period in named[TIME].codes):
        raise Malformed("Tabellen skal være delt i kvartaler, for eksempel 2026K1.")
    for name, longest in _LONGEST.items():
        codes = named[name].codes if name in named else ()
        if len(set(codes)) < len(codes) or any(len(code) > longest for code in codes):
            raise Malformed(f"Aksen {name} har koder, som Statistikbanken ikke bruger.")
    for axis in named.values():
        if axis.name.upper() not in {AREA, OFFENCE, TIME} and _total_of(axis) is None:
            raise Malformed(f"Vælg »i alt« for {axis.name}, eller udelad den, når tabellen hentes.")


def _total_of(axis: _Axis) -> str | None:
    """Find the one value of an axis that is not asked about: its only one, or its total."""
    if len(axis.codes) == 1:
        return axis.codes[0]
    return next((code for code in axis.codes if code.upper() in _TOTALS), None)


def _cells(axes: Sequence[_Axis], values: Sequence[Any]) -> list[Cell]:
    wanted = [axis.name.upper() in {AREA, OFFENCE, TIME} for axis in axes]
    totals = [None if is_wanted else _total_of(axis) for axis, is_wanted in zip(axes, wanted, strict=True)]
    found = []
    for codes, value in zip(product(*(axis.codes for axis in axes)), values, strict=True):
        if _is_count(value) and all(t is None or t == c for t, c in zip(totals, codes, strict=True)):
            told = dict(zip((axis.name.upper() for axis in axes), codes, strict=True))
            found.append(Cell(told[AREA], told.get(OFFENCE, ""), told[TIME], round(value)))
    return found


def _is_count(value: Any) -> bool:
    """Tell a number that can count something from a gap, and from what no table holds."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= _HIGHEST
