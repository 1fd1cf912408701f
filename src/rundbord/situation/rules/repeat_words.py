"""Repeats in plain Danish: what was counted, what is normal, how sure it is, for readers who never heard of Knox."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rundbord.situation.rules.repeats import (
    CURRENT_DAYS,
    FEWEST_EXPECTED,
    FEWEST_PLACED,
    MAYBE,
    NEAR_DAYS,
    NEAR_METRES,
    SURE,
    Usual,
    can_be_told,
)
from rundbord.situation.vocabulary import Category

_NEAR = f"inden for {NEAR_METRES} meter og {NEAR_DAYS} dage"
# Rarer than this, 999 permutations cannot tell.
_RAREST = 0.001


@dataclass(frozen=True, kw_only=True)
class Naming:
    """One incident of a category, another, and many of them."""

    one: str
    another: str
    many: str


NAMES: Mapping[Category, Naming] = {
    Category.BURGLARY: Naming(one="et indbrud", another="et nyt", many="indbrud"),
    Category.THEFT: Naming(one="et tyveri", another="et nyt", many="tyverier"),
    Category.ROBBERY: Naming(one="et røveri", another="et nyt", many="røverier"),
    Category.VIOLENCE: Naming(one="en voldshændelse", another="en ny", many="voldshændelser"),
    Category.VANDALISM: Naming(one="et tilfælde af hærværk", another="et nyt", many="tilfælde af hærværk"),
    Category.FIRE: Naming(one="en brand", another="en ny", many="brande"),
    Category.WEAPONS: Naming(one="en hændelse med våben", another="en ny", many="hændelser med våben"),
}


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What one period of one category came to; pairs, expected and p are those of the near band."""

    incidents: int
    placed: int
    by_street: int
    pairs: int | None
    expected: float | None
    p: float | None


@dataclass(frozen=True, kw_only=True)
class Told:
    """The answer, and the sentences under it."""

    answer: str
    counted: str
    sure: str
    used: str


def told(category: Category, counted: Counted) -> Told:
    """Tell one table in words."""
    name = NAMES[category]
    used = _used(name, counted)
    if counted.pairs is None or counted.expected is None or counted.p is None:
        few = f"Der skal være mindst {FEWEST_PLACED} med et sted. I perioden er der {counted.placed}."
        return Told(answer=f"Der er for få {name.many} til at sige noget.", counted=few, sure="", used=used)
    if not can_be_told(placed=counted.placed, expected=counted.expected):
        few = (
            f"Alene ved tilfældighed ventes {_decimal(counted.expected)} par {_NEAR}. Der skal ventes mindst"
            f" {FEWEST_EXPECTED:.0f}, før tallet betyder noget."
        )
        answer = f"Der er for få {name.many} tæt på hinanden til at sige noget."
        return Told(answer=answer, counted=few, sure="", used=used)
    ratio = counted.pairs / counted.expected
    return Told(
        answer=_answer(name, ratio, counted.p),
        counted=_counted(name, counted.pairs, counted.expected),
        sure=_sure(counted.p, ratio),
        used=used,
    )


def _counted(name: Naming, pairs: int, expected: float) -> str:
    times = "1 gang" if pairs == 1 else f"{_thousands(pairs)} gange"
    return (
        f"{times} er to {name.many} sket {_NEAR} af hinanden. Hvis dagene var fordelt tilfældigt på de samme steder,"
        f" ville det ske omkring {_decimal(expected)} gange."
    )


def _answer(name: Naming, ratio: float, p: float) -> str:
    times = f"Efter {name.one} er risikoen for {name.another} {_NEAR} {_decimal(ratio)} gange det, man ellers ser"
    if p <= SURE:
        return f"{times}."
    if p <= MAYBE:
        return f"Måske: {times[0].lower()}{times[1:]}. Det er ikke sikkert."
    return f"{name.one[0].upper()}{name.one[1:]} ses ikke at føre flere med sig end det, man ellers ser."


def _sure(p: float, ratio: float) -> str:
    if p > MAYBE and ratio <= 1:
        return "Der er ikke flere par, end tilfældet giver."
    if p > MAYBE:
        often = f"omkring {round(p * 100)} af 100 forsøg"
        return f"Så mange par opstår tilfældigt i {often}. Det er for ofte til, at det er et mønster."
    often = f"højst 1 af {_thousands(round(1 / _RAREST))}" if p <= _RAREST else f"omkring 1 af {round(1 / p)}"
    return f"Så mange par opstår tilfældigt i {often} forsøg. Mønsteret er {_certainty(p)}."


def _certainty(p: float) -> str:
    if p <= _RAREST:
        return "sikkert"
    return "ret sikkert" if p <= SURE else "usikkert"


def _used(name: Naming, counted: Counted) -> str:
    total, placed = _thousands(counted.incidents), _thousands(counted.placed)
    left_out = counted.incidents - counted.placed
    if not left_out and not counted.by_street:
        return f"Alle {total} {name.many} i perioden har et sted på kortet og er brugt."
    streets = f" Heraf har {_thousands(counted.by_street)} kun en gade." if counted.by_street else ""
    missing = f" {_thousands(left_out)} har intet sted og er ikke med." if left_out else ""
    return f"{placed} af periodens {total} {name.many} har et sted og er brugt.{streets}{missing}"


def cluster_heading(category: Category, *, counted: int, days: int, area: str) -> str:
    """Name a cluster by what, how many, how close; the area as the reader knows it, or none."""
    where = area or "Uden for områderne"
    span = "samme dag" if days == 1 else f"på {days} dage"
    return f"{where}: {counted} {NAMES[category].many} tæt på hinanden {span}"


def cluster_text(usual: Usual, *, first: date, last: date) -> str:
    """Say when, how close, and what the place is used to: one sentence a line."""
    when = _day(last) if first == last else f"{_day(first)} til {_day(last)}"
    close = f"Hver ligger {_NEAR} af en anden."
    if usual.number is None:
        return f"{when}. {close}\nFortiden er for kort til at sige, hvad der er normalt for stedet."
    number = "under 0,1" if usual.number < 0.1 else f"omkring {_decimal(usual.number)}"
    months = max(1, round(usual.days / 30.4))
    return f"{when}. {close}\nNormalt for stedet er {number} på {CURRENT_DAYS} dage, målt på {months} måneder."


def _day(day: date) -> str:
    return f"{day.day}/{day.month}"


def _decimal(number: float) -> str:
    return f"{number:.1f}".replace(".", ",") if number < 100 else _thousands(round(number))


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
