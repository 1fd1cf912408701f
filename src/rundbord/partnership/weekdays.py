"""Weekdays in Danish."""

from __future__ import annotations

from collections.abc import Sequence

NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
CHOICES = [(number, name.capitalize()) for number, name in enumerate(NAMES, start=1)]


def weekdays_in_words(weekdays: Sequence[int]) -> str:
    """Say ISO weekdays in words: every day, workdays, or one by one."""
    wanted = sorted(set(weekdays))
    if wanted == [1, 2, 3, 4, 5, 6, 7]:
        return "Alle dage"
    if wanted == [1, 2, 3, 4, 5]:
        return "Mandag til fredag"
    names = [NAMES[number - 1] for number in wanted]
    return " og ".join(filter(None, [", ".join(names[:-1]), names[-1]])).capitalize() if names else "Ingen dage"
