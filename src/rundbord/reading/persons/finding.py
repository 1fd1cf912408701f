"""What was found: where, of which kind, how grave, and what to write instead."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """STOP refuses to save; WARN asks, and may be overridden."""

    STOP = "stop"
    WARN = "warn"


class FindingKind(StrEnum):
    """Kinds of words that can single out a person."""

    CPR = "cpr"
    PHONE = "phone"
    EMAIL = "email"
    PLATE = "plate"
    HOUSE_NUMBER = "house_number"
    LINK = "link"
    NAME = "name"
    INITIALS = "initials"
    NICKNAME = "nickname"
    AGE = "age"
    AGE_BAND = "age_band"
    HOME = "home"
    ORIGIN = "origin"
    LOOKS = "looks"
    FAMILY = "family"
    HEALTH = "health"
    RECORD = "record"
    JOB = "job"
    VEHICLE = "vehicle"
    OFFENCE = "offence"

    @property
    def label(self) -> str:
        """The kind in Danish, for a screen."""
        return _TEXTS[self][0]

    @property
    def explanation(self) -> str:
        """One Danish sentence: why it may not stand, and what to write instead."""
        return _TEXTS[self][1]

    @property
    def severity(self) -> Severity:
        """How grave a finding of this kind is."""
        return Severity.STOP if self in _STOPPING else Severity.WARN


_STOPPING = frozenset(
    {FindingKind.CPR, FindingKind.PHONE, FindingKind.EMAIL, FindingKind.PLATE, FindingKind.HOUSE_NUMBER}
)

_TEXTS = {
    FindingKind.CPR: (
        "CPR-nummer",
        "Et CPR-nummer peger på én bestemt person og må aldrig stå i situationsbilledet; slet det.",
    ),
    FindingKind.PHONE: (
        "Telefonnummer",
        "Et telefonnummer fører til én person; slet det, og giv det videre ad anden vej, hvis det er nødvendigt.",
    ),
    FindingKind.EMAIL: (
        "E-mailadresse",
        "En e-mailadresse fører til én person; slet den.",
    ),
    FindingKind.PLATE: (
        "Nummerplade",
        "En nummerplade fører til bilens ejer; skriv for eksempel kun »en personbil«.",
    ),
    FindingKind.HOUSE_NUMBER: (
        "Husnummer",
        "Et husnummer fører til dem, der bor der; skriv kun vejen eller området.",
    ),
    FindingKind.LINK: (
        "Link",
        "Et link kan føre til en bestemt persons profil eller billeder; beskriv i stedet kort, hvad det handler om.",
    ),
    FindingKind.NAME: (
        "Navn på en person",
        "Situationsbilledet må ikke nævne personer ved navn; skriv »en person«, »en ung« eller gruppens størrelse.",
    ),
    FindingKind.INITIALS: (
        "Initialer",
        "Initialer kan genkendes af dem, der kender området; skriv »en person«.",
    ),
    FindingKind.NICKNAME: (
        "Kælenavn",
        "Et kælenavn peger på én bestemt person; skriv »en person«.",
    ),
    FindingKind.AGE: (
        "Alder",
        "En alder kan sammen med sted og tid pege på én person; skriv »en person« uden alder.",
    ),
    FindingKind.AGE_BAND: (
        "Aldersgruppe",
        "En aldersgruppe kan stå, når den dækker en større gruppe, men få unge kan genkendes på "
        "den; skriv ellers kun »unge«.",
    ),
    FindingKind.HOME: (
        "Hjemsted",
        "Hvor en person bor eller kommer fra, kan pege på personen; skriv kun, hvor noget er sket.",
    ),
    FindingKind.ORIGIN: (
        "Oprindelse, sprog eller tro",
        "Nationalitet, hudfarve, sprog og tro må ikke stå i situationsbilledet; skriv »en person« eller »en gruppe«.",
    ),
    FindingKind.LOOKS: (
        "Udseende eller påklædning",
        "Udseende og tøj gør det muligt at genkende en person; beskriv i stedet, hvad der skete.",
    ),
    FindingKind.FAMILY: (
        "Familieforhold",
        "Et familieforhold kan pege på én bestemt person; skriv »en pårørende« eller »en person«.",
    ),
    FindingKind.HEALTH: (
        "Helbred",
        "Oplysninger om helbred er følsomme og hører ikke til i situationsbilledet; udelad dem.",
    ),
    FindingKind.RECORD: (
        "Tidligere sager",
        "En persons tidligere sager og domme hører ikke til i situationsbilledet; udelad dem.",
    ),
    FindingKind.JOB: (
        "Stilling",
        "En stilling, som kun én har på stedet, peger på den person; skriv »en medarbejder«.",
    ),
    FindingKind.VEHICLE: (
        "Køretøj",
        "Mærke, farve og årgang kan tilsammen føre til ejeren; skriv for eksempel kun »en personbil«.",
    ),
    FindingKind.OFFENCE: (
        "Beskrivelse af et overgreb",
        "En nøje beskrivelse af et overgreb kan krænke og udpege den forurettede; nævn kun, hvad anmeldelsen gælder.",
    ),
}


class Span(NamedTuple):
    """Characters from start up to, not including, end."""

    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Words that could single out a person; the suggestion replaces exactly those words."""

    kind: FindingKind
    severity: Severity
    span: Span
    words: str
    suggestion: str
