"""House numbers, entrances and floors; a street's name alone is allowed."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.passage import Hit, Passage

_STREET_ENDINGS = (
    r"vej|vejen|gade|gaden|alle|allé|alléen|stræde|strædet|boulevard|boulevarden|plads|pladsen|torv"
    r"|torvet|park|parken|have|haven|haverne|vænge|vænget|vang|vangen"
    r"|bakke|bakken|toft|toften|sti|stien|krog|krogen|mark|marken|eng|engen|lund|lunden|høj|højen|gård"
    r"|gården|gårdene|dal|dalen|skræn|skrænten|kaj|brygge|have|ager|agre|vold|volden|led|ledet|kær"
    r"|kæret|holm|planen|hegn|hegnet|løkke|løkken|banke|banken|kilde|kilden|diget|dige|bo|buen|svinget"
    r"|husene|sletten|passage|kvarteret|bro|brovej|landet"
)
_STREET = (
    rf"(?:[A-ZÆØÅ][\wæøåÆØÅé.'-]{{0,50}}?(?:{_STREET_ENDINGS})|[A-ZÆØÅ][\w.'-]{{1,50}} (?:[A-ZÆØÅ][\w.'-]{{1,50}} "
    rf")?(?i:{_STREET_ENDINGS}))\b"
)
_FLOOR = (
    r"(?:,? ?(?:\d{1,2}|st|kld)\.? ?(?:sal)?,? ?(?:tv|th|mf)\b\.?|,? ?\d{1,2}\. ?sal(?: (?:tv|th|mf)\b\.?)?|,? st\b\.?)"
)
_NUMBER = r"\d{1,3} ?(?:[A-HJ-Za-hj-z](?![\wæøå]))?"
_COUNTED = (
    r"(?!\s?(?:unge?|personer|mennesker|biler|gange|sager?|mænd|kvinder|drenge|piger|børn|anmeldelser"
    r"|indbrud|km|meter|m\b|minutter|timer|dage|uger|år|måneder|kr|kroner|procent|%|stk|patruljer"
    r"|scootere|knallerter|cykler|knægte|flasker|gram|elever|beboere"
    r"|betjente|skud|hærværk|tyverier|graffiti|vinduer|ruder|brande?|lejligheder|opgange|butikker"
    r"|observationer|hændelser|episoder|fyre|rudeknus|containere|liter|poser|opkald|henvendelser"
    r"|steder|forskellige|stole|bænke|skilte|lamper|nye|andre|til|x\b|-?\d{0,2}\s?(?:unge|personer"
    r"|mænd|drenge)|voksne|familier|kameraer|røveri\w*|overfald|slagsmål|hold|medarbejdere|forældre"
    r"|frivillige|naboer)\b)"
)
_NOT_A_TIME = (
    r"(?![.:]\d|/\d|\. ?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)|[.,]\d{3}|\s?[-–] ?\d{1,2}[.:]\d\d"
    r"|\s?årig|-årig|\d)"
)
_STOREY = r"\.? ?(?:tv|th|mf|sal)\b"
_AFTER_STREET = late(
    rf"(?P<street>{_STREET})(?P<number>,? (?:(?:nr\.?|nummer|husnummer|hus"
    rf"|opgang) ?)?{_NUMBER}(?:(?:(?:\s?[-–/]\s?|, | og | til ){_NUMBER})(?!{_STOREY})"
    rf"{_NOT_A_TIME}{_COUNTED}(?![\wæøå])"
    rf")*{_FLOOR}?){_NOT_A_TIME}{_COUNTED}(?![\wæøå])"
)
_ORDINARY = late(
    r"\b(?:ud for|foran|overfor|over for|ved siden af|bag|udenfor|uden for|inde i|oppe i|nede "
    r"i|bor i|beboer i|beboeren i|lejlighed(?:en)? i|husstand(?:en)? i|hjemme i"
    rf"|opgangen i)(?P<number> (?:nummer|nr\.?|husnummer|no\.?) ?{_NUMBER}{_FLOOR}?)(?![\w\d])",
    re.IGNORECASE,
)
_HOUSE_WORD = late(
    r"\b(?P<number>(?:husnummer|husnr\.?|hus nr\.?|hus nummer|ejendommen nr\.?|opgang(?:en)?(?: "
    r"nr\.?| nummer)?|lejlighed nr\.?|lejlighed nummer|lejl\.?(?: nr\.?)?"
    rf"|lejlighed(?= \d)) ?(?:\d{{1,3}} ?[A-Za-z]?\b|(?-i:[A-K])\b(?! ?-)){_FLOOR}?)",
    re.IGNORECASE,
)
_FLOOR_ALONE = late(
    r"(?<![\w.])(?:på )?(?P<number>(?:\d{1,2}\.|\d{1,2}|st\.|stuen|stuen,|kld\.) ?(?:sal,? ?)?(?:tv|th"
    r"|mf)\b\.?(?: \d{1,4}\b)?)"
)
_LATER_IN_SENTENCE = late(rf"{_STREET}[^.\n]{{0,40}}?\b(?P<number>i (?:nr\.?|nummer) ?{_NUMBER}{_FLOOR}?)(?![\w\d])")
_AFTER_A_NAME = late(
    rf"\b(?:på|ved|i|fra|foran|omkring|ad|til|bag) [A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)?"
    rf"(?P<number>,? (?:nr\.?|nummer) ?{_NUMBER}{_FLOOR}?)(?![\w\d])"
)
# What an expression cannot do without: asked first, since hardly any text holds it.
_NUMBERED = late(r"n(?:r\.?|ummer|o\.?) ?\d", re.IGNORECASE)
_HOUSE_HINT = late(r"n(?:r|ummer)|opgang|lejl", re.IGNORECASE)
_FLOOR_HINTS = ("tv", "th", "mf")
_RING_ROAD = late(r"(?:Ringvej|Ring|Motorring|Motorringvej) [1-6]\Z|.*(?:Metro|Linje|Rute) \d+\Z")


def detect(passage: Passage) -> Iterator[Hit]:
    """A number after a street, an entrance or flat, a floor, "ud for nummer 7"."""
    text = passage.text
    for match in _AFTER_STREET.finditer(text):
        if not _RING_ROAD.search(f"{match['street'].split()[-1]}{match['number']}"):
            yield _hit(match, "")
    if _NUMBERED.search(text):
        yield from _numbered(text)
    if _HOUSE_HINT.search(text):
        for match in _HOUSE_WORD.finditer(text):
            yield _hit(match, _entrance(match["number"]))
    if any(hint in text for hint in _FLOOR_HINTS):
        for match in _FLOOR_ALONE.finditer(text):
            yield _hit(match, "en etage")


def _numbered(text: str) -> Iterator[Hit]:
    for match in _AFTER_A_NAME.finditer(text):
        yield _hit(match, "")
    for pattern in (_ORDINARY, _LATER_IN_SENTENCE):
        for match in pattern.finditer(text):
            yield _hit(match, _instead(match, pattern))


def _hit(match: re.Match[str], suggestion: str) -> Hit:
    return Hit(FindingKind.HOUSE_NUMBER, match.start("number"), match.end("number"), suggestion)


def _instead(match: re.Match[str], pattern: re.Pattern[str]) -> str:
    return " en ejendom" if pattern is _ORDINARY else "i en ejendom"


def _entrance(words: str) -> str:
    if words.lower().startswith("opgang"):
        return "en opgang"
    return "en lejlighed" if words.lower().startswith("lej") else "en ejendom"
