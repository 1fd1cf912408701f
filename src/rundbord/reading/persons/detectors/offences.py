"""The strictest rule, for sexual offences: no relation, no sex, no act in detail, no room, no exact time."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.passage import Hit, Passage

_ACT = late(
    r"(?<!\d\.)(?<![^\s.!?])(?P<sentence>(?:[^.!?\n]|\.(?=\d)|(?<=kl)\.|(?<=\bd)\.)*\b(?:befølt\w*|befamle\w*|beføle\w*|berør\w+"
    r"|rørte? (?:ved )?(?:hende|ham)|gramse\w*|kyss\w+|samleje|oral\w*|anal\w*|vagina\w*|penis\w*"
    r"|kønsdele\w*|kønsorgan\w*|lem(?:met)?|bryster?(?:ne)?|balder?(?:ne)?|skridt(?:et)?|bagdel\w*"
    r"|intime?|onaner\w+|blottede|trængte ind|tvang (?:hende|ham)|holdt (?:hende|ham) fast|hev|flåede"
    r"|bukserne|trusser\w*|underbukser\w*|undertøj\w*|nøgne?t?|afklædt\w*|tøjet af|overfaldsmand\w*"
    r"|vristet? sig|sovende|sov|bedøvet|drug\w*)\b(?:[^.!?\n]|\.(?=\d)|(?<=kl)\."
    r"|(?<=\bd)\.)*(?:[.!?](?=\s|$)|$))",
    re.IGNORECASE | re.MULTILINE,
)
# One of these stands in whatever `_ACT` matches: looking for them first costs next to nothing.
_ACT_HINTS = (
    *("befølt", "befamle", "beføle", "berør", "rørt", "gramse", "kyss", "samleje", "oral", "anal", "vagina", "penis"),
    *("kønsdele", "kønsorgan", "lem", "bryst", "bald", "skridt", "bagdel", "intim", "onaner", "blottede", "trængte"),
    *(
        "tvang",
        "holdt",
        "hev",
        "flåede",
        "bukser",
        "trusser",
        "undertøj",
        "nøgn",
        "afklædt",
        "tøjet",
        "overfaldsmand",
    ),
    *("vrist", "sov", "bedøvet", "drug"),
)
_RELATION = late(
    r"\b(?P<words>(?:en |et |sin |sine |hendes |hans |den |deres )?(?:(?:fælles|nær|tidligere|gode|god"
    r"|ny) )*(?:bekendt(?:e|s)?|veninde(?:n|s)?|ven(?:nen|s)?|kollega(?:en|s)?|nabo(?:en|s)?"
    r"|chef(?:en)?|underbo|overbo|roommate|klassekammerat(?:en)?|holdkammerat(?:en)?|lærer(?:en)?"
    r"|træner(?:en)?|tinderdate|date|familiemedlem|værelseskammerat))\b",
    re.IGNORECASE,
)
_SEXED = late(
    r"\b(?P<noun>mand|kvinde|mænd|kvinder|manden|kvinden|mændene|kvinderne|mands|kvindes|mandens"
    r"|kvindens|mændenes|kvindernes)\b",
    re.IGNORECASE,
)
_NEUTRAL = {
    "mand": "person", "kvinde": "person", "mænd": "personer", "kvinder": "personer", "manden": "personen",
    "kvinden": "personen",
    "mændene": "personerne", "kvinderne": "personerne", "mands": "persons", "kvindes": "persons",
    "mandens": "personens", "kvindens": "personens", "mændenes": "personernes", "kvindernes": "personernes",
}  # fmt: skip
_SEX_ADJECTIVE = late(r"\b(?:mand|kvinde)lige? ", re.IGNORECASE)
_ROOM = late(
    r"\b(?:i|på|inde i|fra|ved) (?:en |et |sin |sit |hendes |hans |sin egen |hendes egen "
    r"|deres )?(?:\w+ )?(?:lejlighed(?:en)?|toilet(?:tet)?|kollegium|kollegiet|kollegieværelse"
    r"|værelse(?:t)?|soveværelse|hjem|bopæl|kælder(?:en)?|kælderrum|trappeopgang(?:en)?|opgang(?:en)?"
    r"|klasselokale|omklædningsrum|hotelværelse|elevator(?:en)?|villa|rækkehus|taxa|bil|sofa|seng"
    r"|privat adresse|adresse)\b",
    re.IGNORECASE,
)
_CLOCK = late(
    r"\b(?:mellem )?(?:(?:omkring |ca\. |lidt (?:før|over|efter) |cirka )*(?:kl\.?"
    r"|klokken) ?)(?P<hour>[0-2]?\d)(?:[.:]?[0-5]\d)?(?: ?(?:[-–]|og|til) ?(?:kl\.?|klokken)? ?\d{1,2}[.:]?\d\d)?\b",
    re.IGNORECASE,
)
_TOLD_PART_OF_DAY = late(r"(?:morgen|middag|aften|\bnat|natten til \w+|nytårsnat(?:ten)?) \Z", re.IGNORECASE)
_DAY_PARTS = (
    (6, "om natten"),
    (10, "om morgenen"),
    (12, "om formiddagen"),
    (18, "om eftermiddagen"),
    (24, "om aftenen"),
    (99, ""),
)

_ANYWHERE = ""
"""Hint of every sentence: sentence by sentence, an endless text takes no longer than its length says."""


def detect(passage: Passage) -> Iterator[Hit]:
    """What is left is that something was reported, roughly when, and on which street or in which town."""
    for match in passage.matches(_ACT, *_ACT_HINTS):
        start = match.end() - len(match[0].lstrip())
        yield Hit(FindingKind.OFFENCE, start, match.end(), "(Den nærmere beskrivelse er udeladt.)")
    yield from (
        Hit(FindingKind.FAMILY, m.start(), m.end(), _somebody(m[0])) for m in passage.matches(_RELATION, _ANYWHERE)
    )
    yield from (
        Hit(FindingKind.OFFENCE, m.start(), m.end(), _neutral(m["noun"])) for m in passage.matches(_SEXED, _ANYWHERE)
    )
    yield from (Hit(FindingKind.OFFENCE, m.start(), m.end(), "") for m in passage.matches(_SEX_ADJECTIVE, _ANYWHERE))
    yield from (Hit(FindingKind.OFFENCE, m.start(), m.end(), "indendørs") for m in passage.matches(_ROOM, _ANYWHERE))
    yield from (
        Hit(FindingKind.OFFENCE, m.start(), m.end(), _instead_of_clock(m)) for m in passage.matches(_CLOCK, _ANYWHERE)
    )


def _somebody(words: str) -> str:
    """Without an article of its own it may stand after another."""
    if " " in words:
        return "en person"
    return "personen" if words.endswith("en") else "person"


def _neutral(noun: str) -> str:
    return _NEUTRAL[noun.lower()]


def _instead_of_clock(match: re.Match[str]) -> str:
    """Nothing where the words before tell the part of the day already."""
    before = match.string[max(0, match.start() - 26) : match.start()]
    return "" if _TOLD_PART_OF_DAY.search(before) else _part_of_day(int(match["hour"]))


def _part_of_day(hour: int) -> str:
    return next(words for until, words in _DAY_PARTS if hour < until)
