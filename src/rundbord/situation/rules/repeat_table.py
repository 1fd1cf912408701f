"""The table of bands as a picture: shaded cells with numbers, and the same facts in words for the table beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rundbord.patterns import Cell
from rundbord.situation.rules.repeats import FEWEST_EXPECTED, MAYBE

# So many times what chance gives, each a darker shade; below the first, or where it may be chance, none.
_SHADES = (1.1, 1.5, 2.0, 3.0)
_LABEL, _CELL, _HEIGHT, _HEAD = 112, 84, 48, 44
# Room for the lines around the outermost squares.
_EDGE = 1


@dataclass(frozen=True, kw_only=True)
class Square:
    """One band of distance and time: where it is drawn, how dark, and what it says."""

    x: int
    y: int
    shade: int
    number: str
    pairs: int
    expected: str
    chance: str
    period: str

    @property
    def middle(self) -> tuple[int, int]:
        """Where its number is centred."""
        return self.x + _CELL // 2, self.y + _HEIGHT // 2 + 5


@dataclass(frozen=True, kw_only=True)
class Row:
    """One band of distance."""

    label: str
    y: int
    squares: list[Square]


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """All bands, the nearest first, and the names of the columns with their middles."""

    rows: list[Row]
    periods: list[tuple[str, int]]
    width: int
    height: int


def stored(cells: Iterable[Cell]) -> list[dict[str, Any]]:
    """Write cells down as they are kept."""
    return [
        {"metres": cell.metres, "days": cell.days, "pairs": cell.pairs, "expected": cell.expected, "p": cell.p}
        for cell in cells
    ]


def drawn(cells: Sequence[Mapping[str, Any]]) -> Drawing:
    """Lay the kept cells out."""
    distances = list(dict.fromkeys(tuple(cell["metres"]) for cell in cells))
    periods = list(dict.fromkeys(tuple(cell["days"]) for cell in cells))
    rows = []
    for number, metres in enumerate(distances):
        y = _HEAD + number * _HEIGHT
        own = [cell for cell in cells if tuple(cell["metres"]) == metres]
        squares = [_square(cell, _LABEL + column * _CELL, y) for column, cell in enumerate(own)]
        rows.append(Row(label=_distance(*metres), y=y, squares=squares))
    names = [(_period(*days), _LABEL + column * _CELL + _CELL // 2) for column, days in enumerate(periods)]
    width, height = _LABEL + len(periods) * _CELL + _EDGE, _HEAD + len(distances) * _HEIGHT + _EDGE
    return Drawing(rows=rows, periods=names, width=width, height=height)


def _square(cell: Mapping[str, Any], x: int, y: int) -> Square:
    expected, p = float(cell["expected"]), float(cell["p"])
    is_enough = expected >= FEWEST_EXPECTED
    ratio = cell["pairs"] / expected if is_enough else 0.0
    return Square(
        x=x,
        y=y,
        shade=sum(ratio >= limit for limit in _SHADES) if p <= MAYBE else 0,
        number=_decimal(ratio) if is_enough else "–",
        pairs=cell["pairs"],
        expected=_decimal(expected),
        chance=_chance(p) if is_enough else "for få",
        period=_period(*cell["days"]),
    )


def _chance(p: float) -> str:
    if p > MAYBE:
        return "kan være tilfældigt"
    return "højst 1 af 1.000" if p <= 0.001 else f"omkring 1 af {round(1 / p)}"


def _distance(beyond: float, up_to: float) -> str:
    if not up_to:
        return "Samme sted"
    return f"Op til {up_to:.0f} m" if not beyond else f"{beyond:.0f}–{_metres(up_to)}"


def _metres(number: float) -> str:
    return f"{number:,.0f} m".replace(",", ".")


def _period(first: int, last: int) -> str:
    return f"0–{last} dage" if not first else f"{first}–{last} dage"


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",")
