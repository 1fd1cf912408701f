"""A CPR number as a value: read, checked and masked; its digits come out only where they are asked for by name.

Form and centuries: CPR-kontoret, "Opbygning af CPR-nummeret" (cpr.dk). Modulus 11 is no test: numbers without it have
been issued since 1 October 2007. Numbers whose first digit is raised by 6 are replacement numbers (cpr.dk,
"Erstatningspersonnummer"): CPR never issues them, so those of tests and demonstrations are of that kind.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from rundbord.reading.persons.detectors.cpr import SHAPE

_SHAPE = re.compile(SHAPE, re.ASCII)
_REPLACEMENT = 60
# By the seventh digit: years up to the limit belong to the first century, later ones to the second.
_CENTURIES = {
    **dict.fromkeys("0123", (99, 1900, 1900)),
    **dict.fromkeys("49", (36, 2000, 1900)),
    **dict.fromkeys("5678", (57, 2000, 1800)),
}


class NotCpr(ValueError):
    """What was typed is no CPR number; the message says why in Danish, and never what was typed."""


class Cpr:
    """A CPR number that can exist. Two are equal when their digits are; neither text nor error shows them."""

    __slots__ = ("_digits", "born_on")

    def __init__(self, digits: str, born_on: date) -> None:
        """Use `read_cpr`, which checks."""
        self._digits = digits
        self.born_on = born_on

    @property
    def digits(self) -> str:
        """All ten digits, for sealing and for the blind index; showing them is a logged act of its own."""
        return self._digits

    @property
    def masked(self) -> str:
        """Date of birth as written, serial hidden: `DDMMYY-****`."""
        return f"{self._digits[:6]}-****"

    @property
    def is_replacement(self) -> bool:
        """Tell whether it is a replacement number, which no person in CPR has."""
        return int(self._digits[:2]) > _REPLACEMENT

    def __repr__(self) -> str:
        """Show nothing of it."""
        return "<Cpr>"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        """Compare digits."""
        return isinstance(other, Cpr) and self._digits == other._digits

    def __hash__(self) -> int:
        """Hash by digits, as equality needs."""
        return hash(self._digits)


def read_cpr(text: str, *, today: date) -> Cpr:
    """Read a number with or without hyphen or space; raise NotCpr where none such exists by `today` (Danish date)."""
    typed = unicodedata.normalize("NFKC", text).strip()
    if not _SHAPE.fullmatch(typed):
        raise NotCpr("Et CPR-nummer har seks cifre, en bindestreg og fire cifre.")
    digits = "".join(sign for sign in typed if sign.isdigit())
    born_on = _born_on(digits)
    if born_on is None:
        raise NotCpr("De første seks cifre er ikke en dato.")
    if born_on > today:
        raise NotCpr("Fødselsdatoen ligger i fremtiden.")
    return Cpr(digits, born_on)


def _born_on(digits: str) -> date | None:
    day, month, year = (int(digits[at : at + 2]) for at in (0, 2, 4))
    last, early, late = _CENTURIES[digits[6]]
    try:
        return date((early if year <= last else late) + year, month, day - _REPLACEMENT * (day > _REPLACEMENT))
    except ValueError:
        return None
