"""What is kept about those who sign in, and for how long."""

from rundbord.access.declarations import About, Declaration

_STAFF = "Udleveres til medarbejderen af egen myndighed på anmodning."
_UNTIL_CLOSED = "Så længe brugeren er åben, og fem år efter lukning af hensyn til loggen."

DECLARATIONS = (
    Declaration(
        model="identity.Authority",
        about=About.NOBODY,
        purpose="Parterne i partnerskabet.",
        kept="Så længe parten findes.",
    ),
    Declaration(
        model="identity.Unit",
        about=About.NOBODY,
        purpose="Hvem der indberetter og ejer opgaver.",
        kept="Så længe enheden findes; lukkede enheder bevares af hensyn til historikken.",
    ),
    Declaration(
        model="identity.User",
        about=About.STAFF,
        purpose="Adgangsstyring (databeskyttelsesforordningens artikel 32).",
        kept=_UNTIL_CLOSED,
        handed_out=_STAFF,
    ),
    Declaration(
        model="identity.Duty",
        about=About.STAFF,
        purpose="Hvem der måtte hvad, hvornår.",
        kept=_UNTIL_CLOSED,
        handed_out=_STAFF,
    ),
    Declaration(
        model="identity.Invitation",
        about=About.STAFF,
        purpose="At give en medarbejder fra en anden myndighed en funktion.",
        kept="Et år efter svar eller tilbagekaldelse.",
        handed_out=_STAFF,
    ),
    Declaration(
        model="identity.Credential",
        about=About.STAFF,
        purpose="At kende brugeren igen; kun en argon2-sum gemmes.",
        kept="Indtil adgangskoden skiftes.",
        handed_out="Udleveres ikke.",
    ),
    Declaration(
        model="identity.OneTimeLink",
        about=About.STAFF,
        purpose="At vælge adgangskode eller begynde forfra med andet trin; kun en sum gemmes.",
        kept="Gælder 24 timer.",
        is_enforced=True,
        handed_out="Udleveres ikke.",
    ),
    Declaration(
        model="identity.Passkey",
        about=About.STAFF,
        purpose="At kende brugeren igen med andet trin; kun nøglens offentlige halvdel og brugerens eget navn for den.",
        kept="Indtil brugeren fjerner den eller begynder forfra.",
        is_enforced=True,
        handed_out=_STAFF,
    ),
    Declaration(
        model="identity.CodeApp",
        about=About.STAFF,
        purpose="At kende brugeren igen med andet trin; hemmeligheden er krypteret.",
        kept="Indtil brugeren fjerner den eller begynder forfra.",
        is_enforced=True,
        handed_out="Udleveres ikke.",
    ),
    Declaration(
        model="identity.RecoveryCode",
        about=About.STAFF,
        purpose="At lukke brugeren ind uden enhed; kun en nøglet sum gemmes.",
        kept="Indtil nye koder laves, eller brugeren begynder forfra.",
        is_enforced=True,
        handed_out="Udleveres ikke.",
    ),
    Declaration(
        model="identity.Challenge",
        about=About.NOBODY,
        purpose="At et svar fra en adgangsnøgle kun kan bruges én gang; tilfældige tegn.",
        kept="Til den er besvaret; en, der er udløbet, slettes ved næste udfordring.",
        is_enforced=True,
    ),
    Declaration(
        model="identity.SignInRule",
        about=About.NOBODY,
        purpose="Hvem en myndighed kræver andet trin af.",
        kept="Så længe myndigheden findes.",
    ),
    Declaration(
        model="identity.IntroductionPass",
        about=About.STAFF,
        purpose="At kun den, der kender reglerne, får adgang til oplysninger om personer; forkerte svar gemmes ikke.",
        kept=_UNTIL_CLOSED,
        handed_out=_STAFF,
    ),
    Declaration(
        model="identity.SignIn",
        about=About.STAFF,
        purpose="At holde en session i gang og afslutte den.",
        kept="90 dage efter sessionens slutning.",
        handed_out=_STAFF,
    ),
    Declaration(
        model="identity.SignInAttempt",
        about=About.STAFF,
        purpose="At bremse gætteri; navn og netadresse gemmes kun som nøglet sum.",
        kept="Et døgn.",
        is_enforced=True,
        handed_out="Kan ikke føres tilbage til en person.",
    ),
    Declaration(
        model="identity.Draft",
        about=About.STAFF,
        purpose="At intet, der er skrevet, går tabt.",
        kept="Indtil formularen sendes, højst 7 dage.",
        is_enforced=True,
        handed_out="Ses kun af den, der skrev.",
    ),
)
