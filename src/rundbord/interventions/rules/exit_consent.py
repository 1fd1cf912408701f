"""What may be kept of an enquiry, and what a consent must say: written, informed, free, and whom it names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rundbord.interventions.exit_vocabulary import ExitSide
from rundbord.interventions.rules.clocks import last_day
from rundbord.interventions.rules.kinds.parts import months
from rundbord.reading.persons.detectors.cpr import SHAPE
from rundbord.sharing.rules.ages import age_on

Objections = dict[str, list[str]]
MONTHS_VALID = (6, 12)
YOUNGEST = 18
_FIRST_NAME = re.compile(r"[^\W\d_]+(-[^\W\d_]+)?")
_CPR = re.compile(SHAPE)
_TOO_YOUNG = (
    "Exit-forløb er for voksne fra 18 år. For en yngre: opret en bekymring, tal med den unge og forældrene, og overvej"
    " en underretning (barnets lov § 133)."
)


@dataclass(frozen=True, kw_only=True)
class ConsentGiven:
    """A consent as somebody wants to note it; `coordinators` says who is named for each of the three sides."""

    born_on: date | None
    given_on: date
    months: int
    is_written: bool
    is_informed: bool
    is_free: bool
    coordinators: Mapping[ExitSide, str]

    @property
    def valid_until(self) -> date:
        """Give its last day."""
        return last_day(months(self.months), self.given_on)


def holds(valid_until: date | None, today: date) -> bool:
    """Tell whether a consent until that day holds."""
    return valid_until is not None and today <= valid_until


def objections_to_enquiry(*, called: str, contact: str, enquiry: str, is_adult: bool) -> Objections:
    """Give every reason not to keep it: before consent a first name, a contact and a sentence are all."""
    found: Objections = {}
    if not _FIRST_NAME.fullmatch(called.strip()):
        found["called"] = ["Skriv kun et fornavn, eller lad feltet være »Ukendt«. Efternavn først med samtykke."]
    for field, text in (("contact", contact), ("enquiry", enquiry)):
        if _CPR.search(text):
            found[field] = ["Intet cpr-nummer før samtykket."]
    if not is_adult:
        found["is_adult"] = [_TOO_YOUNG]
    return found


def objections_to_consent(given: ConsentGiven, *, today: date) -> Objections:
    """Give every reason why it is no consent (forvaltningsloven § 28 stk. 3-4; GDPR art. 7)."""
    checks = (
        ("born_on", given.born_on is None, "Skriv cpr-nummer eller fødselsdag: exit er for voksne."),
        ("born_on", given.born_on is not None and age_on(given.born_on, given.given_on) < YOUNGEST, _TOO_YOUNG),
        ("given_on", given.given_on > today, "Dagen ligger i fremtiden."),
        ("given_on", given.valid_until < today, "Et samtykke fra den dag er allerede udløbet."),
        ("months", given.months not in MONTHS_VALID, "Samtykket gælder 6 eller 12 måneder."),
        ("is_written", not given.is_written, "Samtykket skal være skriftligt og underskrevet."),
        ("is_informed", not given.is_informed, "Personen skal vide, hvem der deler hvad med hvem, og hvorfor."),
        ("is_free", not given.is_free, "Et samtykke, der ikke er frit, er intet samtykke."),
    )
    found: Objections = {}
    for field, applies, sentence in checks:
        if applies:
            found.setdefault(field, []).append(sentence)
    for side in ExitSide:
        if not given.coordinators.get(side, "").strip():
            found[side.value] = ["Samtykket skal nævne koordinatoren. Er der ingen, så skriv »ingen«."]
    return found
