"""Kinds of zones and of coming events, and what is expected of them."""

from rundbord.vocabulary import Term


class ZoneKind(Term):
    """Zone kind — zonetype: which section of the police act a zone stands on."""

    SEARCH = "search", "Visitationszone"
    PENALTY = "penalty", "Skærpet strafzone"
    TARGETED_PENALTY = "targeted_penalty", "Målrettet skærpet strafzone"
    NIGHTLIFE = "nightlife", "Nattelivszone"


class Step(Term):
    """Step — led: what a decision does to the chain of a zone."""

    ESTABLISHED = "established", "Oprettet"
    PROLONGED = "prolonged", "Forlænget"
    ENDED = "ended", "Ophævet før tid"


class ZoneState(Term):
    """Zone state — zonens tilstand at a moment."""

    AHEAD = "ahead", "Begynder senere"
    IN_FORCE = "in_force", "I kraft"
    EXPIRED = "expired", "Udløbet"
    ENDED = "ended", "Ophævet før tid"


class EventKind(Term):
    """Event kind — begivenhedstype; trials, funerals and releases are about somebody, and nobody is named."""

    MATCH = "match", "Kamp"
    TRIAL = "trial", "Retssag"
    FUNERAL = "funeral", "Begravelse"
    RELEASE = "release", "Løsladelse (uden navn)"
    HOLIDAY = "holiday", "Helligdag eller højtid"
    ANNIVERSARY = "anniversary", "Årsdag for en hændelse"
    SCHOOL_START = "school_start", "Skolestart eller ferie"
    ARRANGEMENT = "arrangement", "Arrangement"
    OTHER = "other", "Andet"

    @property
    def is_about_somebody(self) -> bool:
        """Tell whether the event turns on one person, so that every word of it is weighed twice."""
        return self in {EventKind.TRIAL, EventKind.FUNERAL, EventKind.RELEASE}


class Influence(Term):
    """Influence — forventet indflydelse on what happens in the area."""

    NONE = "none", "Ingen"
    SOME = "some", "Nogen"
    GREAT = "great", "Stor"
