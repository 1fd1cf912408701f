"""Words of an exit case: how far it has come, what its plan is about, what is written in it."""

from rundbord.vocabulary import Term


class ExitState(Term):
    """Exit state — exit-forløbets status; written consent comes before everything but the first enquiry."""

    ENQUIRY = "enquiry", "Henvendelse"
    CONSENT = "consent", "Samtykke givet"
    VISITATION = "visitation", "Visitation"
    AGREEMENT = "agreement", "Exit-aftale"
    ACTIVE = "active", "I gang"
    AFTERCARE = "aftercare", "Efterværn"
    COMPLETED = "completed", "Gennemført"
    BROKEN_OFF = "broken_off", "Afbrudt"
    WITHDRAWN = "withdrawn", "Samtykke trukket tilbage"

    @property
    def is_over(self) -> bool:
        """Tell whether the case has ended."""
        return self in {ExitState.COMPLETED, ExitState.BROKEN_OFF, ExitState.WITHDRAWN}


class LifeArea(Term):
    """Life area — livsområde: what somebody needs in order to live elsewhere than in the milieu."""

    HOUSING = "housing", "Bolig"
    MONEY = "money", "Økonomi"
    NETWORK = "network", "Netværk og familie"
    LEISURE = "leisure", "Fritid"
    TREATMENT = "treatment", "Behandling"
    WORK = "work", "Arbejde og uddannelse"
    SAFETY = "safety", "Sikkerhed"


class Attendance(Term):
    """Attendance — fremmøde: what became of an agreed contact."""

    MET = "met", "Mødtes"
    NOT_MET = "not_met", "Mødtes ikke"
    CANCELLED = "cancelled", "Aflyst"


class ExitNoteKind(Term):
    """Exit note kind — notatets art; the newest of a kind counts, but for bans, of which there may be several."""

    SUITABILITY = "suitability", "Motivation og egnethed"
    AGREEMENT = "agreement", "Exit-aftale"
    CRISIS = "crisis", "Kriseplan"
    BAN = "ban", "Forbud fra retten"
    THREAT = "threat", "Trusselsvurdering"
    PROLONGED = "prolonged", "Forlængelse"


class ExitSide(Term):
    """Exit side — exit-koordinatorens myndighed: the three that a consent names."""

    MUNICIPALITY = "municipality", "Kommunens koordinator"
    POLICE = "police", "Politiets koordinator"
    PROBATION = "probation", "Kriminalforsorgens koordinator"


class ExitRecallCause(Term):
    """Exit recall cause — hvorfor noget i exit kaldes tilbage; a list, so that no word of it lies open."""

    WRONG = "wrong", "Det var forkert"
    UNLAWFUL = "unlawful", "Det skulle ikke være givet videre"
    CORRECTED = "corrected", "Der er kommet en rettet udgave"
    WITHDRAWN = "withdrawn", "Samtykket er trukket tilbage"
    ENDED = "ended", "Forløbet er slut"


class ExitReplyKind(Term):
    """Exit reply kind — hvad læseren siger til den, der gav noget videre i exit."""

    READ = "read", "Læst"
    GONE = "gone", "Ingen kopi tilbage"
