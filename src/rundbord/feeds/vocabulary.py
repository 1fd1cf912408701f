"""Words of the sources from outside: what kinds there are, how a fetch can fail, what becomes of an item."""

from rundbord.vocabulary import Term


class FeedKind(Term):
    """Feed kind — kildetype."""

    DAILY_REPORTS = "daily_reports", "Døgnrapporter"
    SHORT_MESSAGES = "short_messages", "Korte meldinger"
    STATISTICS = "statistics", "Danmarks Statistik"


class Failure(Term):
    """Failure — fejl: why nothing could be fetched, in words that need no technician."""

    UNREACHABLE = "unreachable", "Der var ingen forbindelse til kilden"
    NO_WAY_OUT = "no_way_out", "Proxyen gav ingen forbindelse til kilden"
    SLOW = "slow", "Kilden svarede ikke i tide"
    REFUSED = "refused", "Kilden svarede med en fejl"
    MALFORMED = "malformed", "Svaret kunne ikke læses"
    TOO_LARGE = "too_large", "Svaret var større end ventet"
    FORBIDDEN = "forbidden", "Adressen fører et sted hen, hvor Rundbord ikke må hente"
    NO_ADDRESS = "no_address", "Kildens adresse er ikke sat op i denne installation"


class ItemOutcome(Term):
    """Item outcome — hvad der blev af en meddelelse."""

    TAKEN_IN = "taken_in", "Lagt i indbakken"
    WAITING = "waiting", "Venter på frigivelse"
    REPEATED = "repeated", "Gentagelse af en tidligere"
    KNOWN = "known", "Var allerede indlagt"
    REFUSED = "refused", "Kunne ikke bruges"


class StatTable(Term):
    """Table — tabel i Statistikbanken."""

    OFFENCES = "straf11", "STRAF11 Anmeldte forbrydelser"
    INHABITANTS = "folk1a", "FOLK1A Folketal"


class Origin(Term):
    """Origin — hvor en indlæsning kom fra."""

    FETCHED = "fetched", "Hentet"
    UPLOADED = "uploaded", "Indlagt som fil"
    INVENTED = "invented", "Opdigtet til demonstrationen, indlagt"


class CheckSum(Term):
    """Check sum — kontrolsum."""

    RIGHT = "right", "Stemmer"
    WRONG = "wrong", "Stemmer ikke"
    IMPOSSIBLE = "impossible", "Kan ikke efterregnes"
