"""Vehicles by make together with colour, model or year, and by looks that point to one owner."""

from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Hit, Passage

_COLOUR = (
    r"(?:(?:mørke?|lyse?|metal|sølv|koks|grøn|blå)-?)?(?:sort|hvid|rød|blå|grøn|gul|grå|brun|beige"
    r"|orange|lilla|sølv|sølvfarvet|sølvgrå|bordeaux|champagnefarvet|turkis)(?:e|t)?"
)
_MAKE = (
    r"(?:alfa romeo|audi|bmw|chevrolet|chrysler|citro[eë]n|cupra|dacia|fiat|ford|honda|hyundai|jaguar"
    r"|jeep|kia|lamborghini|land rover|range rover|lexus|mazda|mercedes(?:[- ]benz)?|mg|mini "
    r"cooper|mitsubishi|nissan|opel|peugeot|polestar|porsche|renault|rover|saab|seat|skoda|škoda|smart"
    r"|subaru|suzuki|tesla|toyota|volkswagen|vw|volvo|yamaha|kawasaki|ducati|harley[- ]davidson|puch"
    r"|piaggio|vespa|pgo|kymco|sym)"
)
_MODEL = (
    r"(?:[ -](?:[A-Z][\w-]*|\d[\w.-]*|(?:golf|polo|passat|up|clio|fiesta|focus|octavia|fabia|corsa"
    r"|astra|yaris|corolla)\b))"
)
_YEAR = r"(?:,? (?:fra|årgang|model|af årgang|fra årgang) ?(?:19|20)\d\d)"
_VEHICLE = late(
    rf"\b(?P<colour>(?:{_COLOUR}(?:/{_COLOUR})?,? (?:og )?){{0,2}})(?P<kind>(?:(?:person|vare|last"
    r"|el)?bil(?:en)?|stationcar|varevogn|scooter|knallert|motorcykel|ladvogn|kassevogn"
    rf"|taxa)(?: af mærket|,| -)? )?(?P<make>(?i:{_MAKE}))(?P<model>{_MODEL}{{0,3}})(?P<year>{_YEAR})?(?![\wæ"
    r"øå])"
)
_COLOURED_MODEL = late(
    rf"\b{_COLOUR} (?P<model>Golf|Polo|Passat|Clio|Fiesta|Focus|Octavia|Fabia|Corsa|Astra|Yaris|Corolla"
    rf"|Punto|Berlingo|Transit|Sprinter|Caddy|Transporter)\b(?: \w*\d\w*)?{_YEAR}?"
)
_NOT_A_MODEL = late(r"[ -](?:Den|Det|De|Han|Hun|Der|Kl|I|På|Ved|Og)\b.*")

_MAKE_HINTS = tuple(lexicon("makes"))


def detect(passage: Passage) -> Iterator[Hit]:
    """A make with at least one more feature; a make alone leads nowhere."""
    for match in passage.matches(_VEHICLE, *_MAKE_HINTS):
        model = _NOT_A_MODEL.sub("", match["model"])
        if match["colour"] or model or match["year"]:
            end = match.end("year") if match["year"] else match.end("make") + len(model)
            yield Hit(
                FindingKind.VEHICLE,
                match.start(),
                end,
                (match["kind"] or "bil").strip(" ,-").removesuffix(" af mærket"),
            )
    for match in _COLOURED_MODEL.finditer(passage.text):
        yield Hit(FindingKind.VEHICLE, match.start(), match.end(), "bil")
