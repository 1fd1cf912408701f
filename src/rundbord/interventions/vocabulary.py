"""Words of an intervention: its kinds, what a step may lead to, what stops it, how it ends."""

from rundbord.vocabulary import Term


class InterventionKind(Term):
    """Intervention kind — indsatsens art."""

    KNOCK_KNOCK = "knock_knock", "Knock Knock"
    CONCERN_TALK = "concern_talk", "Bekymringssamtale"
    CONCERN_LETTER = "concern_letter", "Bekymringsbrev"
    HOME_VISIT = "home_visit", "Hjemmebesøg"
    NETWORK_MEETING = "network_meeting", "Netværksmøde"
    NETWORK_COUNCIL = "network_council", "Netværkssamråd"
    UNDERRETNING = "underretning", "Underretning"
    MENTOR = "mentor", "Mentor"
    CONTACT_PERSON = "contact_person", "Kontaktperson"
    POCKET_MONEY_JOB = "pocket_money_job", "Lommepengejob"
    RELEASE = "release", "Løsladelse"


class Side(Term):
    """Side — side: of the partnership, which a step may need."""

    POLICE = "police", "Politi"
    MUNICIPALITY = "municipality", "Kommune"


class Effect(Term):
    """Effect — virkning: what an outcome does to the course."""

    ONWARD = "onward", "Videre til næste skridt"
    AGAIN = "again", "Samme skridt igen"
    END = "end", "Indsatsen slutter"


class ConcernClock(Term):
    """Concern clock — bekymringens ur: what an outcome means on the way from concern to secured contact."""

    NONE = "none", "Intet"
    CONTACTED = "contacted", "Første kontakt"
    OFFERED = "offered", "Tilbud givet"
    SECURED = "secured", "Kontakt sikret"


class TimeUnit(Term):
    """Time unit — tidsenhed: hours run on, days last until midnight in Denmark."""

    HOURS = "hours", "timer"
    DAYS = "days", "dage"
    WORKING_DAYS = "working_days", "hverdage"
    MONTHS = "months", "måneder"


class FieldKind(Term):
    """Field kind — felttype: how a fact of a step is asked for."""

    TEXT = "text", "Tekst"
    LINE = "line", "Kort tekst"
    YES_NO = "yes_no", "Ja eller nej"
    CHOICE = "choice", "Et valg"
    CHOICES = "choices", "Flere valg"
    DAY = "day", "Dag"
    AGREEMENTS = "agreements", "Aftaler: hvem, hvad, hvornår"


class Stop(Term):
    """Hard stop — stopklods: what must be settled before anybody makes contact."""

    HONOUR = "honour", "Æreskonflikt eller negativ social kontrol"
    ADDRESS = "address", "Beskyttet adresse"
    CUSTODY = "custody", "En forælders adresse er beskyttet"
    BAN = "ban", "Opholds- eller kontaktforbud"
    STAFF = "staff", "Medarbejdernes sikkerhed"


class StepState(Term):
    """Step state — skridtets status."""

    DONE = "done", "Gjort"
    CURRENT = "current", "Næste skridt"
    AHEAD = "ahead", "Senere"
    LEFT_OUT = "left_out", "Ikke aktuelt"


class Ending(Term):
    """Ending — afslutning: how an intervention ended."""

    COMPLETED = "completed", "Gennemført"
    CONTACT_SECURED = "contact_secured", "Kontakt sikret"
    HANDED_OVER = "handed_over", "Overdraget til andre"
    MILDER = "milder", "Et mildere skridt er valgt"
    NOT_NECESSARY = "not_necessary", "Ikke nødvendig eller ikke forholdsmæssig"
    DECLINED = "declined", "Den unge eller familien ønsker det ikke"
    NO_CONTACT = "no_contact", "Ingen kontakt trods forsøg"
    MOVED = "moved", "Flyttet"
    ADULT = "adult", "Fyldt 18 år"


class JointWord(Term):
    """Joint word — svar på fælles besøg: one unit's go or no-go."""

    GO = "go", "Ja, vi tager med"
    NO_GO = "no_go", "Nej"


class OfferKind(Term):
    """Offer kind — tilbuddets art."""

    LEISURE = "leisure", "Fritid og idræt"
    JOB = "job", "Fritidsjob og lommepengejob"
    EDUCATION = "education", "Uddannelse og vejledning"
    MENTOR = "mentor", "Mentor og kontaktperson"
    FAMILY = "family", "Støtte til familien"
    TREATMENT = "treatment", "Behandling og rådgivning"
    OTHER = "other", "Andet"


class JointState(Term):
    """Joint state — status for fælles besøg."""

    WAITING = "waiting", "Venter på svar"
    GO = "go", "Begge har sagt ja"
    NO_GO = "no_go", "Der er sagt nej"
    OVER = "over", "Afsluttet"
