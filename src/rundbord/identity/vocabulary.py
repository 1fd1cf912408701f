"""Kinds of authorities and units, regimes and channels."""

from rundbord.vocabulary import Term


class AuthorityKind(Term):
    """Authority kind — myndighedstype; housing and civil partners sit at a table of their own."""

    POLICE = "police", "Politikreds"
    MUNICIPALITY = "municipality", "Kommune"
    HOUSING = "housing", "Boligorganisation"
    CIVIL = "civil", "Civilsamfund"
    OTHER = "other", "Anden myndighed"

    @property
    def is_place(self) -> bool:
        """Tell whether users work in the partners' own workspace, through its own database login."""
        return self in {AuthorityKind.HOUSING, AuthorityKind.CIVIL}


class UnitKind(Term):
    """Unit kind — enhedstype."""

    SSP = "ssp", "SSP"
    STREET = "street", "Gadeteam"
    SCHOOL = "school", "Skole"
    CLUB = "club", "Klub og fritid"
    FAMILY = "family", "Familie og unge"
    JOB = "job", "Jobcenter"
    LOCAL_POLICE = "local_police", "Lokalpoliti"
    PREVENTION = "prevention", "Forebyggende afdeling"
    INVESTIGATION = "investigation", "Efterforskning"
    PROBATION = "probation", "Kriminalforsorg"
    PSYCHIATRY = "psychiatry", "Psykiatri"
    HOUSING = "housing", "Boligsocial indsats"
    CIVIL = "civil", "Forening"
    SECRETARIAT = "secretariat", "Sekretariat"
    ADMINISTRATION = "administration", "Administration"
    OTHER = "other", "Anden"


class Regime(Term):
    """Regime — retsgrundlag for behandling af personoplysninger i enheden."""

    GDPR = "gdpr", "Databeskyttelsesforordningen"
    LAW_ENFORCEMENT = "law_enforcement", "Retshåndhævelsesloven"


class Channel(Term):
    """Channel — samarbejde efter retsplejelovens § 115."""

    SSP = "ssp", "SSP"
    PSP = "psp", "PSP"
    KSP = "ksp", "KSP"
