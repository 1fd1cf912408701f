"""Words of street work: what a team sees and passes on, how a shift stands; and the quarterly mapping of activity."""

from rundbord.vocabulary import Term


class SizeBand(Term):
    """Size band — antal: a band, never a count of named people (law-and-practice C.8)."""

    FEW = "1-3", "1–3"
    SOME = "4-7", "4–7"
    MANY = "8-15", "8–15"
    CROWD = "16+", "16 eller flere"


class AgeBand(Term):
    """Age band — alder: about how old most of a group are."""

    CHILDREN = "under-13", "Under 13"
    YOUNGER = "13-15", "13–15"
    OLDER = "16-17", "16–17"
    ADULTS = "18-24", "18–24"
    GROWN = "25+", "25 eller ældre"
    MIXED = "mixed", "Blandet"


class Activity(Term):
    """Activity — aktivitet: what a group is doing, as one sees it in passing."""

    HANGING_OUT = "hanging_out", "Hænger ud"
    PLAYING = "playing", "Spil og sport"
    NOISE = "noise", "Musik og larm"
    DRINKING = "drinking", "Drikker"
    DRUGS = "drugs", "Ryger hash"
    QUARREL = "quarrel", "Skænderi eller uro"
    VANDALISM = "vandalism", "Hærværk"
    PASSING = "passing", "På vej igennem"
    OTHER = "other", "Andet"


class SeenKind(Term):
    """Seen kind — art: what a report from a shift is about."""

    GROUP = "group", "Gruppe"
    EPISODE = "episode", "Episode"
    STAFF_SAFETY = "staff_safety", "Personalets sikkerhed"


class NeedKind(Term):
    """Need kind — behov: what young people asked for or lacked; never who."""

    SCHOOL = "school", "Skole"
    JOB = "job", "Job og fritidsjob"
    LEISURE = "leisure", "Fritid og klub"
    FAMILY = "family", "Familie"
    HOUSING = "housing", "Bolig"
    HEALTH = "health", "Helbred og misbrug"
    CONFLICT = "conflict", "Konflikt, der skal dæmpes"
    PLACE = "place", "Stedet: lys, oprydning, opslag"
    OTHER = "other", "Andet"


class Contact(Term):
    """Contact — kontakt: a relation that was made or kept; counted, never named."""

    NEW = "new", "Ny kontakt"
    CONTINUED = "continued", "Fortsat kontakt"


class ShiftState(Term):
    """Shift state — tilstand: where a shift is between plan and end."""

    PLANNED = "planned", "Planlagt"
    OUT = "out", "Ude nu"
    ENDED = "ended", "Slut"
    CANCELLED = "cancelled", "Aflyst"
    NOT_HELD = "not_held", "Ikke holdt"


class Standing(Term):
    """Standing — melding: what is known of one of the team."""

    EXPECTED = "expected", "Ikke meldt ind endnu"
    OUT = "out", "Meldt ind"
    OVERDUE = "overdue", "Har ikke meldt sig"
    HOME = "home", "Meldt ud"


class ActivityLevel(Term):
    """Activity level — aktivitetsniveau: how much gang activity one side sees in an area; ordered from none to most."""

    NONE = "none", "Ingen tegn"
    SINGLE = "single", "Enkelte tegn"
    RECURRING = "recurring", "Tilbagevendende"
    ESTABLISHED = "established", "Fast tilstedeværelse"


class Sign(Term):
    """Sign — tegn: what the activity is seen by; about places and groups, never about anybody."""

    GATHERING = "gathering", "Samlinger"
    SYMBOLS = "symbols", "Symboler og tøj"
    DEALING = "dealing", "Handel med stoffer"
    THREATS = "threats", "Trusler"
    RECRUITING = "recruiting", "Hvervning af unge"
    GROUP_VIOLENCE = "group_violence", "Vold mellem grupper"
    WEAPONS = "weapons", "Våben set eller fundet"
    VANDALISM = "vandalism", "Hærværk og graffiti"
    CONTROL = "control", "Kontrol med, hvem der færdes"


class KnownFrom(Term):
    """Known from — kilde: which kinds of sources one side's view rests on."""

    OWN_EYES = "own_eyes", "Egne iagttagelser"
    REPORTS = "reports", "Indberetninger og anmeldelser"
    RESIDENTS = "residents", "Beboere og forældre"
    SCHOOL_OR_CLUB = "school_or_club", "Skole og klub"
    HOUSING = "housing", "Boligorganisation og drift"
    OPEN_SOURCES = "open_sources", "Åbne kilder"


class Footing(Term):
    """Footing — grundlag: how surely all the sources together carry the view."""

    SURE = "sure", "Sikkert"
    LIKELY = "likely", "Sandsynligt"
    UNSURE = "unsure", "Usikkert"


class Change(Term):
    """Change — ændring: how the agreed level of an area compares with that of the quarter before."""

    UP = "up", "Op"
    DOWN = "down", "Ned"
    UNCHANGED = "unchanged", "Uændret"
    NEW = "new", "Ny"
    UNSETTLED = "unsettled", "Ikke afklaret"
