"""Number plates: Danish ones in every spacing, foreign and personal ones where the words around say so."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.passage import Hit, Passage

_FIVE_FIGURES = late(r"\d\d[ .-]?\d{3}")
_CAPITALS_JOINED = late(r"[A-ZÄÖÜ]-[A-ZÄÖÜ]")
"""What plates of a shape must hold: asked first, since hardly any text does."""
_DANISH = late(r"(?<![\w-])[A-ZÆØÅ]{2}[ .-]?\d{2}[ .-]?\d{3}(?![\d-]|[.,]\d)")
_DANISH_IN_SMALL_LETTERS = late(
    r"(?<![\w-])(?!(?:nr|kr|ca|kl|af|på|ad|og|tf|tl|ok|id|is|til|i) )[a-zæøå]{2}(?: ?\d{2} \d{3}|\d{5})(?![\d-]|[.,]\d)"
)
_GERMAN = late(r"(?<![\w-])[A-ZÄÖÜ]{1,3}-[A-ZÄÖÜ]{1,2} ?\d{1,4}(?![\w-])")
_AFTER_CUE = late(
    r"\b(?:registreringsnumme?re?t?|registreringsnr|reg\.? ?nr|reg\.? ?nummer|regnr|indreg\. "
    r"?nr|nummerpladen?|nummerplader|nrpl|nr\.? ?pladen?|nummerpl|pladerne)\b\.?:?\s?"
    r"(?:er |var |lyder |med |nr\.? |på bilen )?[\"”»'’]?(?P<plate>(?-i:[A-ZÆØÅ0-9](?:[A-ZÆØÅ0-9]"
    r"|[ -](?=[A-ZÆØÅ0-9]*\d)){1,8}(?![a-zæøå])))",
    re.IGNORECASE,
)
_NEAR_A_VEHICLE = late(
    r"\b(?:\w*bil(?:en)?|scooter(?:en)?|knallert(?:en)?|motorcykel|motorcyklen|varevogn(?:en)?"
    r"|trailer(?:en)?|taxa(?:en)?|køretøj(?:et)?|(?-i:BMW|Audi|Golf|Mercedes|VW|Volvo"
    r"|Toyota))\b[^.\n]{0,25}?\s[(\"”»]?"
    r"(?P<plate>(?-i:[A-ZÆØÅ]{3} ?\d{2}[A-Z0-9]|[A-ZÆØÅ]{2} ?\d{4}|[A-Z]{2,3} ?\d{4,5}[A-Z]?"
    r"|[A-Z]{2} ?\d{3} ?[A-Z]{2}))(?![\w-])",
    re.IGNORECASE,
)
_CUES = ("reg", "nummerpl", "nrpl", "plade")
_VEHICLES = (
    "bil", "scooter", "knallert", "motorcyk", "varevogn", "trailer", "taxa", "køretøj", "bmw", "audi", "golf",
    "mercedes", "vw", "volvo", "toyota",
)  # fmt: skip
_NOT_A_PLATE = late(r"(?:DK|SE|NO|DE|EU|CVR|EAN|SSP|LTF|DKK|KBH|TV|ID|NR|KL|KR)[ -]?\d", re.IGNORECASE)
_CASE = late(r"(?:sags?nr|sag|journalnr|j\.?nr|id|varenr|faktura)\.?:?\s\Z", re.IGNORECASE)
_SUGGESTION = "[nummerplade fjernet]"


def detect(passage: Passage) -> Iterator[Hit]:
    """Plates by their shape, or by a word such as registreringsnummer before them."""
    text = passage.text
    danish = (_DANISH, _DANISH_IN_SMALL_LETTERS) if _FIVE_FIGURES.search(text) else ()
    german = (_GERMAN,) if _CAPITALS_JOINED.search(text) else ()
    for pattern in (*danish, *german):
        for match in pattern.finditer(text):
            if not _CASE.search(text[max(0, match.start() - 12) : match.start()]):
                yield Hit(FindingKind.PLATE, match.start(), match.end(), _SUGGESTION)
    after_a_cue = _AFTER_CUE.finditer(text) if passage.holds(*_CUES) else ()
    for matches in (after_a_cue, passage.matches(_NEAR_A_VEHICLE, *_VEHICLES)):
        for match in matches:
            if not _NOT_A_PLATE.match(match["plate"]):
                yield Hit(FindingKind.PLATE, match.start("plate"), match.end("plate"), _SUGGESTION)
