"""Words of the quarterly mapping: how much gang activity there is, its signs, where it is known from and how surely."""

from rundbord.vocabulary import Term


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
