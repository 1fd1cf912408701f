"""Words of a conflict file: what it is about, how tense it is, how sure somebody is, and where they have it from."""

from rundbord.vocabulary import Term


class ConflictKind(Term):
    """Conflict kind — konflikttype: what a conflict is about."""

    TERRITORY = "territory", "Territorium"
    DEBT = "debt", "Gæld"
    HONOUR = "honour", "Ære og krænkelse"
    FAMILY = "family", "Familie"
    DRUG_MARKET = "drug_market", "Stofmarked"
    SCHOOL_MEDIA = "school_media", "Skole og sociale medier"
    REVENGE = "revenge", "Hævn"
    OTHER = "other", "Andet"


class Tension(Term):
    """Tension — spænding: how near a new clash is, as a person judges it; ordered from calm to acute."""

    LOW = "low", "Lav"
    RAISED = "raised", "Forhøjet"
    HIGH = "high", "Høj"
    ACUTE = "acute", "Akut"


class EventKind(Term):
    """Event kind — art: what happened in a conflict."""

    SHOOTING = "shooting", "Skyderi"
    VIOLENCE = "violence", "Vold"
    WEAPON = "weapon", "Våben set eller fundet"
    THREAT = "threat", "Trusler"
    ARSON = "arson", "Brand"
    VANDALISM = "vandalism", "Hærværk"
    GATHERING = "gathering", "Grupper samles"
    ONLINE = "online", "Optrin på nettet"
    RUMOUR = "rumour", "Rygte"
    MEASURE = "measure", "Indsats på stedet"
    CALMING = "calming", "Tegn på ro"
    OTHER = "other", "Andet"


class Severity(Term):
    """Severity — alvor: how grave an event was, in words; ordered from light to grave."""

    LIGHT = "light", "Uro uden skade"
    LESS = "less", "Mindre alvorlig"
    GRAVE = "grave", "Alvorlig"
    LIFE = "life", "Livsfarlig"


class Reliability(Term):
    """Reliability — kildens pålidelighed: what is known of the source; the letters of the admiralty code."""

    A = "a", "Altid pålidelig"
    B = "b", "Som regel pålidelig"
    C = "c", "Nogenlunde pålidelig"
    D = "d", "Tit upålidelig"
    E = "e", "Upålidelig"
    F = "f", "Kan ikke bedømmes"


class Credibility(Term):
    """Credibility — oplysningens sandsynlighed: what speaks for the information itself; the numbers of the code."""

    CONFIRMED = "1", "Bekræftet af andre kilder"
    PROBABLE = "2", "Sandsynligvis rigtigt"
    POSSIBLE = "3", "Måske rigtigt"
    DOUBTFUL = "4", "Tvivlsomt"
    UNLIKELY = "5", "Næppe rigtigt"
    UNKNOWN = "6", "Kan ikke bedømmes"


class Confidence(Term):
    """Confidence — tiltro: how sure the author of a hypothesis is, in words; ordered from weak to strong."""

    WEAK = "weak", "Svag"
    FAIR = "fair", "Rimelig"
    STRONG = "strong", "Stærk"


class Side(Term):
    """Side — side: what a piece of evidence does to a hypothesis."""

    FOR = "for", "Taler for"
    AGAINST = "against", "Taler imod"


class RiskKind(Term):
    """Risk kind — anledning: why a place or a day is at risk."""

    MEETING = "meeting", "Sted, hvor grupperne mødes"
    FUNERAL = "funeral", "Begravelse eller mindesammenkomst"
    TRIAL = "trial", "Retsmøde eller dom"
    MATCH = "match", "Kamp eller stævne"
    RELEASE = "release", "Løsladelse (uden navn)"
    ANNIVERSARY = "anniversary", "Årsdag"
    SCHOOL = "school", "Skole eller klub"
    PARTY = "party", "Fest eller koncert"
    OTHER = "other", "Andet"


class StepKind(Term):
    """Step kind — slags skridt: how a step is meant to calm a conflict."""

    MEDIATION = "mediation", "Mægling"
    FAMILIES = "families", "Kontakt til familier og netværk"
    CALL_IN = "call_in", "Samtale med gruppen"
    PRESENCE = "presence", "Synlighed på stedet"
    ACTIVITY = "activity", "Tilbud og aktiviteter"
    SCHOOL = "school", "Skole og klub"
    ONLINE = "online", "Ro på nettet"
    RESIDENTS = "residents", "Information til beboere"
    OTHER = "other", "Andet"


class Answer(Term):
    """Answer — svar: what the police answered to somebody who asked to know the groups."""

    WAITING = "waiting", "Venter på svar"
    GIVEN = "given", "Adgang givet"
    REFUSED = "refused", "Afslået"
