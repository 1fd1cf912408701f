"""Why a reading is looked at, how its reader stood to the file, what the reader says and what the control finds."""

from rundbord.vocabulary import Term


class Ground(Term):
    """Ground — anledning: why a reading is in the control."""

    SAMPLE = "sample", "Stikprøve"
    FAMILY_NAME = "family_name", "Samme efternavn som læseren"
    COLLEAGUE = "colleague", "Samme navn som en kollega"
    MANY = "many", "Mange personer på en time"
    NIGHT = "night", "Om natten, uvant for læseren"
    LEFT = "left", "Efter at funktionen i enheden var slut"
    EMERGENCY = "emergency", "Nødadgang"
    STOPPED = "stopped", "Nåede grænsen for, hvor mange der kan læses om"


class Relation(Term):
    """Relation — tilknytning: how the reader stood to the file when the control was drawn."""

    RESPONSIBLE = "responsible", "Ansvarlig for sagen"
    ASSIGNED = "assigned", "Har fået sagen tildelt"
    UNIT = "unit", "Arbejder i sagens enhed"
    NONE = "none", "Ingen kendt tilknytning"
    UNKNOWN = "unknown", "Kan ikke ses her"


class Reason(Term):
    """Reason — grund: what the reader says that it was for."""

    OWN_CASE = "own_case", "Min egen sag"
    COVERED = "covered", "Jeg dækkede for en kollega"
    ASKED = "asked", "En kollega eller leder bad mig se på den"
    LOOKED_FOR = "looked_for", "Jeg ledte efter en anden sag"
    MISTAKE = "mistake", "Det var en fejl"
    OTHER = "other", "Andet"


class Verdict(Term):
    """Verdict — vurdering: what the control finds."""

    FINE = "fine", "I orden"
    ASK = "ask", "Spørg læseren igen"
    BREACH = "breach", "Uberettiget"


SETTLED = frozenset({Verdict.FINE.value, Verdict.BREACH.value})
