"""A question without a name: what may be told, when it closes, and how much of what is asked is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from rundbord.partnership.rules.danish_days import is_working_day
from rundbord.sharing.rules.policy import CAUTIOUS, LocalPolicy
from rundbord.vocabulary import Term

MOST_SIGNS, MOST_UNITS = 4, 6
FEWEST_TOLD = 5
# Three digits in a row are the beginning of a case number, a house or a telephone: something to look up.
_LOOKED_UP = re.compile(r"\d{3,}|\d[\d./-]{3,}\d")


class Sign(Term):
    """Sign — tegn: the kind of what was seen; which, when and where exactly is not told before the threshold."""

    GROUP = "group", "Omgang med en gruppe, der vækker bekymring"
    ABSENCE = "absence", "Fravær fra skole eller uddannelse"
    LATE = "late", "Sent ude uden voksne"
    MONEY = "money", "Penge eller ting uden forklaring"
    QUARREL = "quarrel", "Del af en strid med andre unge"
    VIOLENCE = "violence", "Vold eller trusler"
    DAMAGE = "damage", "Tyveri eller hærværk"
    DRUGS = "drugs", "Rusmidler"
    ERRANDS = "errands", "Ærinder eller opbevaring for ældre"
    ONLINE = "online", "Bekymrende opførsel på nettet"
    WITHDRAWN = "withdrawn", "Trækker sig fra familie, skole eller fritid"
    WELLBEING = "wellbeing", "Dårlig trivsel"


class Tried(Term):
    """Tried — prøvet: what the asking unit has done already; the milder step comes first."""

    TALK = "talk", "Talt med den unge"
    FAMILY = "family", "Talt med familien"
    SCHOOL = "school", "Aftale med skolen"
    LEISURE = "leisure", "Fritidstilbud"
    JOB = "job", "Fritidsjob"
    STREET = "street", "Kontakt på gaden"
    NOTHING = "nothing", "Intet endnu"


class Wish(Term):
    """Wish — ønske: what the other units are asked; never whether they know somebody."""

    TOGETHER = "together", "Er det noget, vi skal tage op sammen?"
    ADVICE = "advice", "Hvad ville I gøre i vores sted?"
    OFFER = "offer", "Har I et tilbud, der kunne passe?"
    AREA = "area", "Ser I det samme mønster i området?"


class Stance(Term):
    """Stance — svar: what a unit says to a question without a name."""

    TAKE_UP = "take_up", "Tag op"
    NOT_US = "not_us", "Ikke for os"
    YOURSELVES = "yourselves", "Klar det selv"


class Upshot(Term):
    """Upshot — afgørelse: what the asking unit decides when the answers are there."""

    TAKEN_UP = "taken_up", "Tages op"
    NOT_TAKEN_UP = "not_taken_up", "Tages ikke op"


class QuestionState(Term):
    """Question state — drøftelsens tilstand, som den ses af dem, der spurgte."""

    OPEN = "open", "Venter på svar"
    SETTLED = "settled", "Svarene er klar"
    TAKEN_UP = "taken_up", "Tages op"
    NOT_TAKEN_UP = "not_taken_up", "Tages ikke op"


@dataclass(frozen=True, kw_only=True)
class Asking:
    """What somebody would ask: chosen words, units by id with whether each may be asked, and free words if any."""

    signs: Sequence[Sign]
    tried: Sequence[Tried]
    units: Sequence[UUID]
    askable: frozenset[UUID]
    words: str = ""


def objections_to_asking(asking: Asking) -> dict[str, list[str]]:
    """Give every reason not to ask, by form field."""
    checks = {
        "signs": _count(len(asking.signs), MOST_SIGNS, "tegn", "Flere kunne pege på en bestemt."),
        "tried": _tried(asking.tried),
        "units": _units(asking),
        "words": objections_to_words(asking.words),
    }
    return {field: found for field, found in checks.items() if found}


def objections_to_words(words: str) -> list[str]:
    """Nothing that could be looked up may stand in free words: numbers of cases, houses, telephones."""
    return ["Skriv ingen numre: de kan slås op."] if _LOOKED_UP.search(words) else []


def closing_day(asked_on: date, policy: LocalPolicy = CAUTIOUS) -> date:
    """Give the last Danish day on which a unit may answer: some working days after it was asked."""
    day, left = asked_on, policy.threshold_days
    while left:
        day += timedelta(days=1)
        left -= is_working_day(day)
    return day


def is_reminded_on(today: date, *, closes_on: date) -> bool:
    """Tell whether units that have not answered are reminded: on the last day."""
    return today == closes_on


def state_of(*, is_settled: bool, upshot: str) -> QuestionState:
    """Tell how a question stands."""
    if upshot:
        return QuestionState(upshot)
    return QuestionState.SETTLED if is_settled else QuestionState.OPEN


def share_in_words(*, decided: int | None, refused: int | None) -> str:
    """Say how much of what was asked was not taken up; numbers of persons under five are never told."""
    if decided is None or refused is None:
        return "For få til at vise"
    if not decided:
        return "Ingen afgjort endnu"
    return f"{refused} af {decided} ({round(100 * refused / decided)} %)"


def _count(number: int, most: int, what: str, why: str) -> list[str]:
    if not number:
        return [f"Vælg mindst ét {what}."]
    return [f"Vælg højst {most} {what}. {why}"] if number > most else []


def _tried(tried: Sequence[Tried]) -> list[str]:
    if not tried:
        return ["Vælg, hvad I har prøvet, eller »Intet endnu«."]
    is_contradiction = Tried.NOTHING in tried and len(tried) > 1
    return ["»Intet endnu« kan ikke stå sammen med andet."] if is_contradiction else []


def _units(asking: Asking) -> list[str]:
    if not asking.units:
        return ["Vælg mindst én enhed hos en anden part."]
    found = [f"Spørg højst {MOST_UNITS} enheder."] if len(asking.units) > MOST_UNITS else []
    return [*found, *(["En af enhederne kan ikke spørges."] if set(asking.units) - asking.askable else [])]
