"""Looks and clothing of a person: height, build, hair, beard, garments, marks."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Hit, Passage

GARMENT = (
    r"(?:\w*(?:hættetrøje|trøje|jakke|frakke|bukser|shorts|hoodie|sweatshirt|t-?shirt|tshirt"
    r"|joggingtøj|træningsdragt|tracksuit|dragt|skjorte|bluse|kjole|nederdel|jeans|cowboybukser|kasket"
    r"|caps|cap|hue|elefanthue|bøllehat|hat|huer|tørklæde|halstørklæde|hijab|burka|niqab|slør|sko"
    r"|sneakers|støvler|vest"
    r"|briller|solbriller|handsker|halskæde|guldkæde|rygsæk|skuldertaske|bæltetaske|sportstaske|taske"
    r"|tøj|dunjakke|kondisko|pelskrave|mundbind|overdel|underdel|armbånd|ørering|øreringe|hættetrøjer"
    r"|jakker|trøjer|kasketter|hætte|hætter|hættejakke)(?:n|en|et|r|er|ne|erne)?)"
)
_COLOUR = (
    r"(?:(?:lys|mørk|kongelig|army|neon|knald|grå|mint|marine|støv)-?)?(?:sort|hvid|rød|blå|grøn|gul"
    r"|grå|brun|beige|orange|lilla|lyserød|pink|kaki|khaki|camouflage|bordeaux|marineblå|turkis|mørke?"
    r"|lyse?|ternet|stribet|mønstret|sølv|guld|grøngul|armygrøn|sølvfarvet|guldfarvet|beigefarvet"
    r"|sandfarvet|army)(?:e|t|de|ede)?"
)
_FEATURE_WORD = (
    r"(?:kort|langt|lang|halvlangt|sort|mørkt|brunt|blondt|lyst|rødt|gråt|hvidt|krøllet|krøllede|glat"
    r"|strithår|stort|tyndt|kraftigt|trimmet|tætklippet|plejet|klippet|afbleget|farvet|opsat"
    r"|bagudstrøget|fletninger|blå|brune|grønne|mørke?|lyse?|stor|krum|skæv|tydeligt?|tydelige"
    r"|synlige?|mange|flere|fuld|slidte?|små|lille|meget|bart|hvid|ret|lidt|mørkebrunt|lysebrunt"
    r"|mellemblondt|rødblondt|gråsprængt|skulderlangt|sorte)"
)
_FEATURE = (
    r"(?:hår|pandehår|skæg|fuldskæg|overskæg|skægstubbe|gedeskæg|hestehale|dreadlocks|fletninger"
    r"|krøller|fregner|øjne|øjenbryn|næse|tatovering(?:er)?|piercing(?:er)?|ar (?:i|på|over|ved) "
    r"\w+|acne|akne|bumser|guldtand|guldtænder|briller|modermærke|hårpragt|frisure|hårknold|knold"
    r"|manke|bygning|kropsbygning|statur|ansigtstræk|tænder|isse)"
)
_ADJ = r"(?:[\wæøå/-]+,? (?:og |samt )?){0,4}"
_WORN = late(
    r"(?P<phrase>,? ?\b(?:som var |der var |var )?(?:iført|i ført|ifør[dt]|klædt i|klædt på "
    r"i|klædt med|påklædt|maskeret med)(?: netop)?:? (?:en |et |et par |sin |sit "
    rf"|sine )?{_ADJ}{GARMENT}\b(?:(?:,| og| samt| med| og med| over| under)? (?:en |et "
    rf"|et par )?{_ADJ}{GARMENT}\b)*(?: (?:af mærket|fra) [A-ZÆØÅ]\w+(?: [A-ZÆØÅ]\w+)?)?)",
    re.IGNORECASE,
)
_IN_COLOURS = late(
    r"(?P<phrase>,? ?\b(?:i|med|bar|bærer|havde|har)(?: en| et| den| det| de| et par| sin| sit| "
    r"sine| netop)* (?:(?:kort|lang|stor|lille|kendt|tyk|helt|for stor|polstret|løs|stram|lange|korte"
    rf"|{_COLOUR}),?/? ?(?:og )?)*{_COLOUR} (?:og {_COLOUR} )?(?:[\w-]+ )?{GARMENT}\b(?: på)?(?:(?:,"
    rf"| og| samt)? (?:med )?(?:en |et )?(?:{_COLOUR} )+{GARMENT}\b(?: på)?)*)",
    re.IGNORECASE,
)
_NAMED_GARMENT = late(
    r"(?P<phrase>,? ?\b(?:i|med)(?: en| et| sin| et par)? (?:[A-Z][\w&]+(?:[ -][A-Z][\w&]+)?[- "
    r"])?(?:hættetrøje|hoodie|elefanthue|kasket|kasketter|hættetrøjer|bøllehat|joggingtøj"
    r"|træningsdragt|solbriller|dunjakke|hijab|tørklæde|hætte op|hætten op|guldkæde"
    r"|tøj fra [A-Z]\w+)(?: på| oppe| over hovedet)?)(?![\wæøå-])",
)
_FEATURES = late(
    r"(?P<verb>\b(?:havde|har|bar)\b)?(?P<phrase>,? ?(?:\bmed|\bog|\ber|,)?(?: et| en| sit"
    rf"| sin)?(?: (?:{_FEATURE_WORD}),?(?: og)?){{1,4}} {_FEATURE}\b(?:(?:,| og"
    rf"| samt) (?:{_FEATURE_WORD},? ?(?:og )?){{0,3}} ?{_FEATURE}\b)*)",
    re.IGNORECASE,
)
_BARE_FEATURES = late(
    r"(?P<phrase>,? ?\bmed (?:et |en )?(?:fuldskæg|skæg|overskæg|hestehale|dreadlocks|fletninger"
    r"|krøller|fregner|tatoveringer|tatovering|guldtand|guldtænder|gedeskæg|krøllet hår|briller"
    r"|pandebånd|skægstubbe|ar i ansigtet)\b(?: (?:i|på|over|ved) (?:ansigtet|halsen|hånden|armen"
    r"|armene|panden|kinden|øjet|læben))?)",
    re.IGNORECASE,
)
_WEARS = late(
    r"\b(?P<verb>bar|bærer|havde|har|gik med|går med)(?P<phrase> (?:en |et |sin |altid )?(?:kasket"
    r"|solbriller|hue|elefanthue|bøllehat|hætten|hættetrøje|maske|mundbind|tørklæde|rygsæk|guldkæde"
    r"|briller)(?: på| op| oppe)?(?:(?:,| og) (?:en )?(?:kasket|solbriller|hue|hættetrøje|maske"
    r"|mundbind|tørklæde|rygsæk|briller))*)\b",
    re.IGNORECASE,
)
_SCAR = late(
    r"(?P<phrase>\b(?:et )?ar(?:ret)? (?:over|i|på|ved|under|hen over) (?:\w+ )?(?:øjet|ansigtet"
    r"|panden|kinden|halsen|næsen|læben|hånden|armen|hagen|øjenbrynet|håndryggen))\b",
    re.IGNORECASE,
)
_TATTOO = late(
    r"(?P<verb>\b(?:havde|har)\b)(?P<phrase> (?:en |et |flere |mange |\w+ ){0,3}(?:tatovering(?:er)?"
    r"|tattoos?|piercing(?:er)?|fuldskæg|skæg|ar|modermærke|guldtand|rastahår|dreadlocks|hestehale"
    r"|briller)(?: (?:i|på|over|ved) (?:ansigtet|halsen|hånden|hænderne|armen|armene|underarmen|panden"
    r"|kinden|øjet|benet|kroppen|nakken|ryggen|læben|siden af \w+))?)\b",
    re.IGNORECASE,
)
_HEIGHT = late(
    r"(?P<phrase>,? ?(?:\b(?:og|er|var|på|med en højde på) )?\b(?:(?:ca\.?|cirka|omkring|mellem|vel"
    r"|måske) ?)?(?:1[,.]\d\d(?: ?[-–] ?1[,.]\d\d)? ?(?:m\b\.?|meter|høj)(?: høj[e]?)?"
    r"|\d{2,3}(?: ?(?:[-–]|til) ?\d{2,3})? ?(?:cm\.?|centimeter)(?: høje?| i højden)?"
    r"|1[4-9]\d(?: ?[-–] ?\d{3})? høje?|to meter høj))(?!\w)",
    re.IGNORECASE,
)
_BUILD = late(
    r"(?P<phrase>,? ?\b(?:og |er |var |med |af |en |ret |meget |lidt )*(?:(?:kraftig|kraftigt|spinkel"
    r"|spinkelt|almindelig|slank|tynd|tyk|normal|atletisk|muskuløs|stor|lille|tæt|mager|lav|høj"
    r"|middel)(?:t|e)? (?:af |i )?(?:krops)?(?:bygning|bygget|statur|kropsbygning|vækst|højde)|(?:af"
    r"|med) (?:en )?(?:kraftig|spinkel|almindelig|slank|tynd|normal|atletisk|muskuløs|tæt"
    r"|mager)e? (?:krops)?(?:bygning|statur)))\b",
    re.IGNORECASE,
)
_PERSON = (
    r"(?:mand|mænd|kvinde|kvinder|dreng|drenge|pige|piger|fyr|fyre|person|ung|teenager|knægt|tyv"
    r"|gerningsmand|unge mand|unge kvinde|dame|gut)\b"
)
_SHAPE_WORD = (
    r"(?:høje?|lav|lave|tynde?|tykke?|overvægtige?|muskuløse?|slanke?|spinkel|spinkle|kraftige?"
    r"|skaldede?t?|kronragede?t?|skæggede?t?|lyshårede?t?|mørkhårede?t?|rødhårede?t?|korthårede?t?"
    r"|langhårede?t?|blonde?|sorthårede?t?|gråhårede?t?|krølhårede?t?|tatoverede?t?|fuldskæggede?t?"
    r"|splejsede?t?|halte(?:nde)?|skeløjede?|fregnede?t?|rundrygge\w+|storvoksen|velklædte?|lurvede?"
    r"|hjemløst udseende|gangbesværede?|enarmede?|hvidhårede?)"
)
_ADJECTIVES = late(
    rf"(?P<phrase>\b(?:(?:meget |lidt |ret )?{_SHAPE_WORD},? (?:og |men )?)+)(?={_PERSON}|unge? "
    r"(?:mand|kvinde|mænd|dreng|fyr))",
    re.IGNORECASE,
)
_PREDICATES = late(
    rf"(?P<phrase>\b(?:{_SHAPE_WORD})(?:(?:,| og| men) (?:{_SHAPE_WORD}))+\b|\b(?:lyshåret|mørkhåret"
    r"|rødhåret|korthåret|langhåret|skaldet|kronraget|fuldskægget|sorthåret|gråhåret|krølhåret|skægget"
    r"|tatoveret(?: (?:i|på) \w+)?|overvægtig|storvoksen|velklædt|skeløjet)\b)",
    re.IGNORECASE,
)
_LIMP = late(
    r"(?P<phrase>\b(?:haltede|halter|stammede|gik med krykker"
    r"|mangler (?:en|et|to) (?:arm|ben|finger|fingre|hånd|fortand|fortænder|tand|øje|øre|tænder))\b)",
    re.IGNORECASE,
)
_CENTIMETRES = late(r"(\d{2,3}) ?(?:cm|centimeter)")
TALL_FROM = 130
"""Nobody who is described in a report is shorter, in centimetres."""
_GARMENT_HINTS = tuple(lexicon("garment_hints"))
_FEATURE_HINTS = (
    *[
        "hår",
        "skæg",
        "hale",
        "dreadlocks",
        "fletning",
        "krølle",
        "fregne",
        "øjne",
        "øjenbryn",
        "næse",
        "tatover",
        "tattoo",
        "piercing",
        "acne",
        "akne",
        "bumser",
        "guldt",
        "briller",
        "modermærke",
        "frisure",
        "knold",
        "manke",
        "bygning",
        "statur",
        "ansigtstræk",
        "tænder",
        "isse",
        "pandebånd",
    ],
    " ar ",
)
_SHAPE_HINTS = tuple(lexicon("shape_hints"))
_DELETED: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_WORN, ("ført", "ifør", "klædt", "maskeret")),
    (_IN_COLOURS, _GARMENT_HINTS),
    (_NAMED_GARMENT, _GARMENT_HINTS),
    (_BARE_FEATURES, _FEATURE_HINTS),
    (_HEIGHT, ("cm", "centimeter", "høj", "meter", "1,", "1.")),
    (_BUILD, ("bygn", "bygget", "statur", "vækst", "højde")),
    (_ADJECTIVES, _SHAPE_HINTS),
)
_WITH_A_VERB = ((_WEARS, (*_GARMENT_HINTS, "maske")), (_FEATURES, _FEATURE_HINTS), (_TATTOO, _FEATURE_HINTS))
_PUT_ON = late(r"(?P<phrase>\b(?:hue|kasket|solbriller|maske|hætte|hætten|elefanthue|hættetrøje) på\b)", re.IGNORECASE)
_NAMED_AS_OMITTED = (
    (_PUT_ON, _GARMENT_HINTS),
    (_SCAR, (" ar", "arret")),
    (_PREDICATES, _SHAPE_HINTS),
    (_LIMP, ("haltede", "halter", "stammede", "krykker", "mangler")),
)
_WALKER_CUES = ("natteravn", "refleks", "medarbejdere", "gadeteamet", "vi var ", "vi er ", "uniform")


def detect(passage: Passage) -> Iterator[Hit]:
    """Features of persons; found or stolen garments are things."""
    for pattern, hints in _DELETED:
        matches = passage.matches(pattern, *hints)
        yield from (_deletion(match) for match in matches if not _of_staff(match) and not _of_a_thing(match))
    for pattern, hints in _WITH_A_VERB:
        for match in passage.matches(pattern, *hints):
            yield _deletion(match) if not match["verb"] else _kept_verb(match)
    for pattern, hints in _NAMED_AS_OMITTED:
        yield from (
            Hit(FindingKind.LOOKS, m.start(), m.end(), "(beskrivelse udeladt)")
            for m in passage.matches(pattern, *hints)
        )


def _deletion(match: re.Match[str]) -> Hit:
    return Hit(FindingKind.LOOKS, match.start("phrase"), match.end("phrase"), "")


def _kept_verb(match: re.Match[str]) -> Hit:
    return Hit(FindingKind.LOOKS, match.start("phrase"), match.end("phrase"), " et kendetegn")


def _of_a_thing(match: re.Match[str]) -> bool:
    """A knife of 20 cm, ten cm of snow."""
    measure = _CENTIMETRES.search(match["phrase"])
    return measure is not None and int(measure[1]) < TALL_FROM


def _of_staff(match: re.Match[str]) -> bool:
    """Street workers and volunteers say themselves what they wear, so that residents know them."""
    before = match.string[max(0, match.start() - 45) : match.end()].lower()
    return any(cue in before for cue in _WALKER_CUES)
