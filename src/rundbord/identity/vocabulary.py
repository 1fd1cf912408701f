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


class LinkKind(Term):
    """Link kind — hvad et engangslink åbner."""

    PASSWORD = "password", "Vælg adgangskode"
    SECOND_FACTOR = "second_factor", "Nulstil andet trin"


# The screen that a link of each kind leads to.
LINK_OPENS = {LinkKind.PASSWORD: "identity:choose_password", LinkKind.SECOND_FACTOR: "identity:reset_second_factor"}


class Proof(Term):
    """Proof — bevis: how a user last proved who they are in a session."""

    PASSWORD = "password", "Adgangskode"
    PASSKEY = "passkey", "Adgangsnøgle"
    CODE_APP = "code_app", "Kodeapp"
    RECOVERY_CODE = "recovery_code", "Nødkode"
    PROVIDER_LOW = "provider_low", "Myndighedens log ind (Lav)"
    PROVIDER = "provider", "Myndighedens log ind (Betydelig)"
    PROVIDER_HIGH = "provider_high", "Myndighedens log ind (Høj)"
    # One click in the demonstration stands for both steps of an invented user.
    DEMO = "demo", "Demonstration"

    @property
    def is_second_factor(self) -> bool:
        """Tell whether it is more than the password: the provider's own second factor counts from Betydelig on."""
        return self not in {Proof.PASSWORD, Proof.PROVIDER_LOW}

    @property
    def is_of_provider(self) -> bool:
        """Tell whether the authority's own identity provider vouched."""
        return self in {Proof.PROVIDER_LOW, Proof.PROVIDER, Proof.PROVIDER_HIGH}


class ProviderKind(Term):
    """Provider kind — hvordan en identitetsudbyder taler."""

    OIDC = "oidc", "OpenID Connect"
    SAML = "saml", "OIOSAML 3"


class LocalSignIn(Term):
    """Local sign-in — hvem der stadig må logge ind med Rundbords egen adgangskode."""

    EVERYBODY = "everybody", "Alle"
    EMERGENCY = "emergency", "Kun administratorer, med andet trin, når jeres eget log ind er nede"


class Level(Term):
    """Level — sikringsniveau efter NSIS, som identitetsudbyderen bekræfter."""

    LOW = "low", "Lav"
    SUBSTANTIAL = "substantial", "Betydelig"
    HIGH = "high", "Høj"


class NextStep(Term):
    """Next step — næste trin: what a session must do before anything else."""

    NONE = "none", "Intet"
    PROVE = "prove", "Bekræft"
    ENROL = "enrol", "Sæt andet trin op"


class Ceremony(Term):
    """Ceremony — what a challenge was made for: it answers for nothing else."""

    REGISTER = "register", "Tilføj adgangsnøgle"
    PROVE = "prove", "Bekræft med adgangsnøgle"


class Channel(Term):
    """Channel — samarbejde efter retsplejelovens § 115."""

    SSP = "ssp", "SSP"
    PSP = "psp", "PSP"
    KSP = "ksp", "KSP"
