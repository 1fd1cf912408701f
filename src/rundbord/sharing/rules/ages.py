"""Ages by the Danish calendar, and what the law changes on a tenth, fifteenth, eighteenth and twenty-third birthday."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from rundbord.partnership.rules.danish_days import danish_day
from rundbord.vocabulary import Term

ADULT = 18
LIMITS = (10, 15, ADULT, 23)
# How long before the eighteenth birthday the authority is told, so that it can erase or give new reasons in time.
NOTICE_OF_ADULTHOOD = timedelta(days=90)


class AgeBand(Term):
    """Age band — aldersgruppe: between two birthdays on which the law changes."""

    UNDER_10 = "under_10", "Under 10 år"
    FROM_10 = "10_14", "10–14 år"
    FROM_15 = "15_17", "15–17 år"
    FROM_18 = "18_22", "18–22 år"
    FROM_23 = "23_up", "23 år og derover"


CHANGES: Mapping[int, tuple[str, ...]] = MappingProxyType(
    {
        10: (
            "Barnet er selv part i visse sager om støtte og får selv breve og afgørelser (barnets lov § 3).",
            "Ungdomskriminalitetsnævnet kan få en sag om barnet (lov om bekæmpelse af ungdomskriminalitet § 2).",
            "Kommunen kan give et børne- og ungepålæg (barnets lov § 39).",
        ),
        15: (
            "Den unge kan straffes (straffelovens § 15).",
            "Nævnet får kun en sag, når den unge er idømt fængsel (lov om bekæmpelse af ungdomskriminalitet § 2).",
            "Den unges eget samtykke skal foreligge ved siden af forældremyndighedsindehaverens.",
        ),
        18: (
            "Underretning og netværkssamråd gælder ikke længere (barnets lov §§ 130–138).",
            "SSD gælder ikke længere (retssikkerhedslovens § 11 e).",
            "Forældre må kun orienteres efter retsplejelovens § 115 a eller med personens samtykke.",
            "Personen giver selv samtykke, og forældrenes samtykke bortfalder.",
            "Støtte som ung kræver personens eget samtykke (barnets lov §§ 112–116).",
            "Hver oplysning gennemgås: den slettes, eller den begrundes på ny over for en voksen.",
        ),
        23: ("Støtte som ung slutter (barnets lov §§ 112–116).",),
    }
)


@dataclass(frozen=True, kw_only=True)
class Change:
    """A birthday on which the law changes; the sentences hold from that day on."""

    on: date
    age: int
    says: tuple[str, ...]


def birthday(born_on: date, *, age: int) -> date:
    """Give the day on which an age is reached; whoever is born on a leap day waits until 1 March (open question S8)."""
    year = born_on.year + age
    try:
        return born_on.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def age_on(born_on: date, day: date) -> int:
    """Count whole years on a Danish calendar day; -1 before birth."""
    years = max(day.year - born_on.year, 0)
    return years if day >= birthday(born_on, age=years) else years - 1


def age_at(born_on: date, moment: datetime) -> int:
    """Count whole years at an aware moment, by the calendar in Denmark."""
    return age_on(born_on, danish_day(moment))


def band_on(born_on: date, day: date) -> AgeBand:
    """Give the band of a person on a day."""
    passed = sum(1 for limit in LIMITS if age_on(born_on, day) >= limit)
    return list(AgeBand)[passed]


def is_adult(born_on: date, day: date) -> bool:
    """Tell whether a person has turned eighteen."""
    return age_on(born_on, day) >= ADULT


def change_at(born_on: date, age: int) -> Change:
    """Tell what changes on a birthday that the law knows."""
    return Change(on=birthday(born_on, age=age), age=age, says=CHANGES[age])


def changes_ahead(born_on: date, today: date) -> list[Change]:
    """List the birthdays still to come on which the law changes, the next one first."""
    return [change_at(born_on, age) for age in LIMITS if birthday(born_on, age=age) > today]


def adulthood_is_near(born_on: date, today: date) -> bool:
    """Tell whether the eighteenth birthday is ahead and near enough to prepare for."""
    eighteenth = birthday(born_on, age=ADULT)
    return today < eighteenth <= today + NOTICE_OF_ADULTHOOD


def end_at_adulthood(born_on: date, *, today: date, ends_on: date) -> date:
    """Bring an end forward to the eighteenth birthday, when what is kept of a child must be judged anew."""
    eighteenth = birthday(born_on, age=ADULT)
    return min(ends_on, eighteenth) if today < eighteenth else ends_on
