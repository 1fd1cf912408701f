"""Audiences, kinds of areas and their status, crime categories that a partnership follows."""

from rundbord.vocabulary import Term


class Audience(Term):
    """Audience — læserkreds: who may read an entry; ordered from narrow to wide."""

    UNIT = "unit", "Kun mit team"
    AUTHORITY = "authority", "Kun min myndighed"
    POLICE = "police", "Min myndighed og politiet"
    PARTIES = "parties", "Alle parter"
    PARTNERS = "partners", "Alle parter, boligorganisationer og foreninger"


class AreaKind(Term):
    """Area kind — områdetype."""

    DISTRICT = "district", "Bydel"
    HOUSING = "housing", "Boligområde"
    CENTRE = "centre", "Center og butikker"
    STATION = "station", "Station og knudepunkt"
    SCHOOL = "school", "Skole og omgivelser"
    PARK = "park", "Park og grønt område"
    OTHER = "other", "Andet sted"


class AreaStatus(Term):
    """Area status — områdestatus: what police and SSP each say of an area; it stands when both say the same."""

    GANG_FREE = "gang_free", "Bandefrit"
    CALM = "calm", "Roligt"
    WATCHED = "watched", "Følges tæt"
    TENSE = "tense", "Spændt"
    CONFLICT = "conflict", "Konflikt"


class Side(Term):
    """Side — side: the two that must agree on an area's status."""

    POLICE = "police", "Politi"
    SSP = "ssp", "SSP"
