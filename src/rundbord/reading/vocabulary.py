"""The words that reading a report may answer with, each with the Danish label that a screen shows."""

from rundbord.vocabulary import Term


class Category(Term):
    """Category — kategori: what kind of event an incident is."""

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
    SUSPICIOUS = "mistænkeligt", "Mistænkeligt forhold"
    UNREST = "uro", "Uro og ordensforstyrrelse"
    ALIENS = "udlændinge", "Udlændingesag"
    MISSING_OR_RESCUE = "savnet_redning", "Savnet eller redning"
    OTHER = "andet", "Andet"


class Subcategory(Term):
    """Subcategory — underkategori: what was broken into, what was stolen, what kind of traffic case."""

    DWELLING = "bolig", "Privat beboelse"
    BUSINESS = "erhverv", "Erhverv eller institution"
    HOLIDAY_HOME = "fritidshus", "Fritidshus"
    SHOP = "butik", "Butikstyveri"
    FROM_CAR = "fra_bil", "Tyveri fra bil"
    BICYCLE = "cykel", "Cykeltyveri"
    JOYRIDING = "brugstyveri", "Brugstyveri"
    ACCIDENT = "uheld", "Færdselsuheld"
    UNDER_INFLUENCE = "spiritus_narko", "Sprit- eller narkokørsel"
    LICENCE = "førerret", "Kørsel uden førerret"
    SPEEDING = "hastighed", "Hastighed"
    TRAFFIC_CONTROL = "kontrol", "Færdselskontrol"


class Precision(Term):
    """Precision — nøjagtighed: how exactly the source tells a time."""

    MINUTE = "minut", "På minuttet"
    PART_OF_DAY = "del_af_døgnet", "Del af døgnet"
    DATE = "dato", "Kun dato"
    UNKNOWN = "ukendt", "Ukendt"


class FlagKind(Term):
    """Flag — bemærkning: a contradiction in the source, shown to a person and never repaired."""

    WEEKDAY_AND_DATE_DISAGREE = "ugedag_mod_dato", "Ugedag og dato passer ikke sammen"
    END_BEFORE_START = "slut_før_start", "Sluttidspunktet ligger før starttidspunktet"
    IMPOSSIBLE_HOUR = "umuligt_klokkeslæt", "Klokkeslættet findes ikke"
    IMPOSSIBLE_DATE = "umulig_dato", "Datoen findes ikke"
    IN_THE_FUTURE = "i_fremtiden", "Tidspunktet ligger efter rapportens dato"
    HEADING_AND_TEXT_DISAGREE = "overskrift_mod_tekst", "Overskrift og tekst er uenige om stedet"
    STAND_IN_TIME = "pladsholder", "00.00 og 23.59 står ofte for et ukendt klokkeslæt"
    INCOMPLETE_TIME = "ufuldstændig_tid", "Tidsangivelsen er ufuldstændig"
