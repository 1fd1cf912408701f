"""Words of a concern: what a fact is, how notice to the family stands, how a concern ends.

Roles, classes, grades and grounds are those of a disclosure (`sharing.vocabulary`, `sharing.rules.opening`).
"""

from rundbord.vocabulary import Term


class ArchiveOutcome(Term):
    """Archive outcome — arkivtjek: what came of looking a file through before it is deleted."""

    NOTHING = "nothing", "Intet i sagen skal bevares"
    KEPT = "kept", "Det, der skal bevares, ligger i vores eget ESDH-system"


class AttachmentForm(Term):
    """Attachment form — bilagets form: what an attachment is, told by its content."""

    PHOTO = "photo", "Billede"
    PDF = "pdf", "PDF"
    TEXT = "text", "Tekst"


class FactKind(Term):
    """Fact kind — oplysningens art: what was seen is kept apart from what somebody thinks of it."""

    SEEN = "seen", "Set eller hørt"
    THOUGHT = "thought", "Vurdering"
    PROTECTIVE = "protective", "Beskyttende forhold"


class NoticeState(Term):
    """Notice state — orienteringsstatus: has the person, and whoever has custody, been told that this is kept?"""

    GIVEN = "given", "Orienteret"
    DEFERRED = "deferred", "Udskudt"


class NoticeManner(Term):
    """Notice manner — orienteringens form."""

    TALK = "talk", "Mundtligt, med oplysningsark"
    LETTER = "letter", "Brev eller Digital Post"


class DeferralGround(Term):
    """Deferral ground — grund til udskydelse; databeskyttelsesloven § 22, barnets lov § 18."""

    PREVENTION = "prevention", "Forebyggelse af strafbare forhold (§ 22, stk. 2, nr. 4)"
    OTHERS = "others", "Andres rettigheder (§ 22, stk. 2, nr. 9)"
    OWN_INTEREST = "own_interest", "Personens egen interesse (§ 22, stk. 1)"
    HONOUR = "honour", "Risiko for æreskonflikt (barnets lov § 18, stk. 3)"


class SafeguardKind(Term):
    """Safeguard kind — forholdsregel: what must be known before anybody makes contact."""

    HONOUR = "honour", "Æreskonflikt eller negativ social kontrol"
    BAN = "ban", "Opholds- eller kontaktforbud"
    STAFF = "staff", "Personalets sikkerhed"


class ConcernOutcome(Term):
    """Concern outcome — hvordan bekymringen endte."""

    NO_ACTION = "no_action", "Ingen indsats: bekymringen holdt ikke"
    SETTLED = "settled", "Løst med den unge og familien"
    CONTACT_SECURED = "contact_secured", "Kontakt sikret; følges af andre"
    UNDERRETNING = "underretning", "Overgår til kommunens børnesag"
    OTHER_AUTHORITY = "other_authority", "Overgår til en anden myndighed"
    MOVED = "moved", "Flyttet"
    NO_CONTACT = "no_contact", "Ingen kontakt trods forsøg"
    ADULT = "adult", "Fyldt 18 år uden nyt grundlag"


class CaseLevel(Term):
    """Case level — sagsniveau: of the case and its facts, never of the person; it chooses forum and clock."""

    WORRY = "1", "1 · Bekymrende adfærd"
    FIRST = "2", "2 · Første lovovertrædelse"
    REPEATED = "3", "3 · Gentagne lovovertrædelser"
    SERIOUS = "4", "4 · Alvorlig eller personfarlig kriminalitet"


class SafeguardAnswer(Term):
    """Safeguard answer — svar på en forholdsregel: for a ban and for the safety of staff."""

    YES = "yes", "Ja"
    NO = "no", "Nej"


class LookUpKind(Term):
    """Look-up kind — opslagets art: how somebody looked for a person, or what they had shown."""

    CPR = "cpr", "Søgning på CPR-nummer"
    NAME = "name", "Søgning på navn"
    BEFORE_OPENING = "before_opening", "Opslag før en ny bekymring"
    REVEAL = "reveal", "CPR-nummer vist"


class NextStep(Term):
    """Next step — næste skridt: what a concern waits for; fixed words, since the column lies open for deadlines."""

    ASSESS = "assess", "Vurdering: er bekymringen jeres, og hvad er næste skridt?"
    OWN = "own", "Egen opfølgning med den unge og familien"
    TALK = "talk", "Bekymringssamtale"
    VISIT = "visit", "Hjemmebesøg eller Knock Knock"
    WITHOUT_NAME = "without_name", "Drøftes uden navn med de andre parter"
    PASS_ON = "pass_on", "Gives videre, eller der spørges hos en anden"
    UNDERRETNING = "underretning", "Underretning til kommunen"
    WAIT = "wait", "Intet lige nu; ses på igen"
    CLOSE = "close", "Afsluttes"
