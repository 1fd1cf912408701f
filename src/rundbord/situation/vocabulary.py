"""Words of the situation: sources, moods, certainty, what becomes of a report, parts of the picture."""

from rundbord.vocabulary import Term


class Nature(Term):
    """Nature — art: street observations are kept apart from facts that police report."""

    OBSERVATION = "observation", "Observation"
    INCIDENT = "incident", "Hændelse"
    NOTHING = "nothing", "Intet at bemærke"


class SourceKind(Term):
    """Source kind — kilde: who the account comes from."""

    PRESS_REPORT = "press_report", "Døgnrapport"
    POLICE = "police", "Politiet"
    STREET = "street", "Gadeteam"
    SCHOOL_OR_CLUB = "school_or_club", "Skole eller klub"
    MUNICIPALITY = "municipality", "Kommunen"
    HOUSING = "housing", "Boligorganisation"
    CIVIL = "civil", "Forening"


class Basis(Term):
    """Basis — grundlag: how the reporter knows."""

    SEEN = "seen", "Set selv"
    TOLD = "told", "Fortalt"
    RUMOUR = "rumour", "Rygte"


class GroupSize(Term):
    """Group size — gruppestørrelse: a band, never a count of named people."""

    NONE = "none", "Ingen"
    FEW = "few", "1–4"
    SOME = "some", "5–9"
    MANY = "many", "10–19"
    CROWD = "crowd", "20 eller flere"


class Mood(Term):
    """Mood — stemning."""

    CALM = "calm", "Rolig"
    UNEASY = "uneasy", "Urolig"
    TENSE = "tense", "Spændt"
    HOSTILE = "hostile", "Truende"


class Category(Term):
    """Category — kategori: as in `reading`, so that a report's incident keeps its word."""

    BURGLARY = "indbrud", "Indbrud"
    THEFT = "tyveri", "Tyveri"
    ROBBERY = "røveri", "Røveri"
    VIOLENCE = "vold", "Vold"
    THREATS = "trusler", "Trusler"
    SEXUAL_OFFENCE = "seksualforbrydelse", "Seksualforbrydelse"
    VANDALISM = "hærværk", "Hærværk"
    FIRE = "brand", "Brand"
    DRUGS = "narkotika", "Narkotika"
    WEAPONS = "våben", "Våben"
    FRAUD = "bedrageri", "Bedrageri"
    TRAFFIC = "færdsel", "Færdsel"
    SUSPICIOUS = "mistænkeligt", "Mistænkeligt"
    UNREST = "uro", "Uro og utryghed"
    FOREIGNERS_ACT = "udlændinge", "Udlændingeloven"
    MISSING_OR_RESCUE = "savnet_redning", "Savnet eller redning"
    OTHER = "andet", "Andet"


class TimePrecision(Term):
    """Time precision — tidsangivelse: how much of the moment is known."""

    MINUTE = "minute", "Klokkeslæt"
    PART_OF_DAY = "part_of_day", "Del af døgnet"
    DATE = "date", "Kun dato"


class PointPrecision(Term):
    """Point precision — stedsangivelse: how much of the place is known."""

    POINT = "point", "Præcist sted"
    STREET = "street", "Gade"
    AREA = "area", "Område"
    TOWN = "town", "By"


class Verdict(Term):
    """Verdict — sortering: what triage made of a report."""

    KEPT = "kept", "Beholdt"
    MERGED = "merged", "Lagt sammen"
    DISMISSED = "dismissed", "Afvist"


class DismissalReason(Term):
    """Dismissal reason — afvisningsgrund; the reporter reads it."""

    NOT_FOLLOWED = "not_followed", "Partnerskabet følger ikke emnet"
    KNOWN = "known", "Allerede kendt"
    UNCLEAR = "unclear", "For uklart til at bruge"
    ABOUT_PERSON = "about_person", "Handler om en enkelt person og hører ikke hjemme i billedet"
    ELSEWHERE = "elsewhere", "Uden for partnerskabets område"
    OTHER = "other", "Andet"


class SectionKind(Term):
    """Section kind — afsnit: what coordinators write in a picture."""

    SUMMARY = "summary", "Koordinatorens ord"
    PRIORITIES = "priorities", "Prioriteter det næste døgn"


class EntryKind(Term):
    """Entry kind — post: one frozen line of a published picture."""

    SUMMARY = "summary", "Koordinatorens ord"
    PRIORITIES = "priorities", "Prioriteter det næste døgn"
    SOURCE_RECEIVED = "source_received", "Kilde modtaget"
    SOURCE_MISSING = "source_missing", "Kilde mangler"
    SOURCE_AWAITED = "source_awaited", "Kilde ventes"
    INCIDENT = "incident", "Hændelse"
    OBSERVATION = "observation", "Observation fra gaden"
    ACCOUNT = "account", "Kildens egne ord"
    AREA = "area", "Områdestatus"
    TASK = "task", "Opgave"
    SUDDEN_EVENT = "sudden_event", "Pludselige hændelser"
    CONFLICT = "conflict", "Konflikter"
    ZONE = "zone", "Zoner i kraft"
    COMING_EVENT = "coming_event", "Kommende begivenheder"
    SAFETY_NOTICE = "safety_notice", "Sikkerhedsbeskeder"
    UNUSUAL = "unusual", "Usædvanligt mange"
    REPEAT = "repeat", "Gentagelser i tid og sted"


class UnusualVerdict(Term):
    """Unusual verdict — vurdering af det usædvanlige: what somebody made of an unusual count or a repeat."""

    CONFIRMED = "confirmed", "Det betyder noget"
    DISMISSED = "dismissed", "Det betyder ikke noget"


class Change(Term):
    """Change — ændring: since the last picture."""

    NEW = "new", "Ny"
    CHANGED = "changed", "Ændret"
    CLOSED = "closed", "Afsluttet"
    WITHDRAWN = "withdrawn", "Trukket tilbage"
    KNOWN = "known", "Uændret"
