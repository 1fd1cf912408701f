"""The eighteenth birthday: announced ahead, and the end of what is kept unless somebody gives new reasons."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from rundbord.letters import letters_in
from rundbord.sharing.rules.ages import ADULT, adulthood_is_near, birthday, is_adult

LONGEST_AS_ADULT = timedelta(days=365)
_FEWEST_LETTERS = 30


def must_be_judged(born_on: date | None, *, today: date, is_judged: bool) -> bool:
    """Tell whether the file waits for a judgement: adulthood is near or has come, and nobody has given new reasons."""
    if born_on is None or is_judged:
        return False
    return adulthood_is_near(born_on, today) or is_adult(born_on, today)


def could_come_of_age(birth_year: int, today: date) -> bool:
    """Tell from the plain year whether the sealed day is worth opening."""
    return today.year - ADULT <= birth_year <= today.year - ADULT + 1


def objections_to_keeping(
    *, born_on: date | None, reason: str, ends_on: date | None, today: date
) -> Mapping[str, list[str]]:
    """Give every reason why a file cannot be kept past the eighteenth birthday like this, by field."""
    found: dict[str, list[str]] = {}
    if born_on is None or not must_be_judged(born_on, today=today, is_judged=False):
        found[""] = ["Der er ingen 18-årsdag at tage stilling til."]
    if letters_in(reason) < _FEWEST_LETTERS:
        found["reason"] = ["Skriv, hvad der gør det nødvendigt at beholde sagen om en voksen, og på hvilket grundlag."]
    if ends_on is None or not today < ends_on <= _latest(born_on, today):
        found["ends_on"] = ["Vælg en dag inden for et år efter 18-årsdagen."]
    return found


def _latest(born_on: date | None, today: date) -> date:
    eighteenth = birthday(born_on, age=ADULT) if born_on else today
    return max(eighteenth, today) + LONGEST_AS_ADULT
