"""Nationality, origin, skin, language, accent and faith of persons."""

import re
from collections.abc import Iterator
from functools import cache

from rundbord.reading.late import late
from rundbord.reading.persons import wording
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Hit, Passage, Word

_ENDINGS = ("", "e", "t", "es", "s")
_LANGUAGE_TAILS = ("talende", "sprogede", "sproget", "udseende", "klingende", "født", "fødte", "accent", "lydende")
_MORE_ADJECTIVES = ("dansk", "udenlandsk", "fremmedartet", "sydlandsk", "orientalsk", "etnisk", "lokal")
_BACKGROUND = late(
    r"(?P<phrase> ?,?\b(?:af |med |har |havde )(?:en |et )?(?:(?:anden|ikke-vestlig|ikke-dansk"
    r"|udenlandsk|etnisk|minoritets|[\wæøå-]+sk|[\wæøå-]+isk|mellemøstlig"
    r"|nordafrikansk)e?t?,? (?:eller |og )?){1,3}"
    r"(?:etnisk |kulturel )?(?:herkomst|oprindelse|afstamning|udseende|baggrund|træk|ophav|etnicitet"
    r"|nationalitet|accent|dialekt)(?: end (?:dansk|etnisk dansk))?)\b",
    re.IGNORECASE,
)
_LOOKING = late(r"(?P<phrase>\b(?:[\wæøå-]+(?:sk|lig|artet)|dansk)e?t? (?:af )?udseende(?: |\b))", re.IGNORECASE)
_SKIN = late(
    r"(?P<phrase>,? ?(?:\bmed )?\b(?:(?:lidt |meget |ret )?(?:lys|mørk|brun|sort|bleg|hvid|gylden"
    r"|mørkebrun|lysebrun|mørklødet)e?t? (?:i |af )?(?:huden|hud(?:farve|lød)?|kulør)|mørklødet"
    r"|mørkhudede?t?|lyshudede?t?|sorthudede?t?|farvede (?=mænd|mand|drenge|unge)|mørkere i "
    r"huden|lysere i huden|hudfarve))\b",
    re.IGNORECASE,
)
_SPOKE = late(
    r"(?P<phrase>\b(?:talte|taler|snakkede|snakker|råbte|talende)(?: (?:sammen|noget|kun|flydende"
    r"|gebrokkent|dårligt|godt|perfekt|lidt|accentfrit|med|på|en|et|tydelig|tyk|kraftig|jysk|lokal"
    r"|fynsk|svag|udpræget|og|rent)){0,4} (?:[\wæøå]+(?:sk|isk)t?|accent|dialekt|modersmål"
    r"|fremmedsprog|urdu|pashto|farsi|dari|swahili|romani|hindi|fremmed sprog)(?: (?:accent|dialekt"
    r"|sprog))?(?: (?:på |med )(?:accent|[\wæøå]+sk(?: accent)?))?)\b",
    re.IGNORECASE,
)
_ACCENT = late(
    r"(?P<phrase> ?,?\b(?:med |på )(?:en )?(?:(?:tydelig|tyk|kraftig|svag|udpræget|lokal"
    r"|fremmed) )?(?:[\wæøå]+sk )?(?:accent|dialekt))\b",
    re.IGNORECASE,
)
_MINORITY = late(
    r"(?P<phrase>\b(?:tosprogede?|nydanskere?|perkere?|etniske? minoritets?\w*|minoritetsbaggrund"
    r"|anden etnisk baggrund(?: end dansk)?|efterkommere?|tørklædeklædte?|burkaklædte?"
    r"|konvertitt?e?r?))\b",
    re.IGNORECASE,
)
_PATTERNS = (
    (
        _BACKGROUND,
        (
            "herkomst",
            "oprindelse",
            "afstamning",
            "udseende",
            "baggrund",
            "træk",
            "ophav",
            "etnicitet",
            "nationalitet",
            "accent",
            "dialekt",
        ),
    ),
    (_SKIN, ("hud", "kulør", "mørklød", "farvede")),
    (_ACCENT, ("accent", "dialekt")),
)
_GROUPS = lexicon("person_groups")
_IN_BETWEEN = lexicon("in_between")


@cache
def adjectives() -> frozenset[str]:
    """Every inflected adjective of origin but Danish."""
    return frozenset(stem + ending for stem in lexicon("nationalities") for ending in _ENDINGS)


@cache
def nouns() -> frozenset[str]:
    """Every form of the nouns for people of a nation, people or faith."""
    forms = {noun + ending for noun in lexicon("nationals") for ending in lexicon("national_endings")}
    return frozenset((forms | lexicon("nationals") | lexicon("irregular_nationals")) - lexicon("not_nationals"))


def detect(passage: Passage) -> Iterator[Hit]:
    """Origin where it is said of persons; a Polish lorry or an Italian restaurant is none of these."""
    yield from _phrases(passage)
    words, people = passage.words, nouns()
    for index, word in enumerate(words):
        if word.low in people and not _is_a_name(word):
            yield Hit(FindingKind.ORIGIN, word.start, word.end, _as_person(word.low))
        elif _is_origin(word.low) and _of_a_person(words, index, passage.text):
            yield Hit(FindingKind.ORIGIN, word.start, words[index + 1].start, "")


def _phrases(passage: Passage) -> Iterator[Hit]:
    for pattern, hints in _PATTERNS:
        for match in passage.matches(pattern, *hints):
            yield Hit(FindingKind.ORIGIN, match.start("phrase"), match.end("phrase"), "")
    for match in passage.matches(_LOOKING, "udseende"):
        yield Hit(FindingKind.ORIGIN, match.start(), match.end(), "")
    for match in passage.matches(_SPOKE, "tal", "snak", "råbte"):
        yield Hit(
            FindingKind.ORIGIN,
            match.start(),
            match.end(),
            match[0].split()[0] if match[0].split()[0].lower() != "talende" else "",
        )
    for match in passage.matches(
        _MINORITY, "tosprog", "nydansk", "perker", "etnisk", "minoritet", "efterkommer", "klædt", "konvertit"
    ):
        yield Hit(
            FindingKind.ORIGIN, match.start(), match.end(), "personer" if match[0].endswith(("e", "r")) else "person"
        )


def _is_a_name(word: Word) -> bool:
    return word.is_capitalised and not word.opens


def _is_origin(low: str) -> bool:
    stem = low
    if low.endswith(_LANGUAGE_TAILS):
        stem = next(low.removesuffix(tail).rstrip("-") for tail in _LANGUAGE_TAILS if low.endswith(tail))
    return stem in adjectives() or stem in _MORE_FORMS


_MORE_FORMS = frozenset(stem + ending for stem in _MORE_ADJECTIVES[:-1] for ending in ("", "e", "t"))


def _of_a_person(words: tuple[Word, ...], index: int, text: str) -> bool:
    """Whether a person noun follows, with at most two adjectives between and nothing else."""
    for previous, word in zip(words[index : index + 3], words[index + 1 : index + 4], strict=False):
        if text[previous.end : word.start].strip(" -"):
            return False
        if wording.is_person(word.low) or word.low in _GROUPS or word.low in nouns():
            return True
        if (
            word.low not in _IN_BETWEEN
            and not _is_origin(word.low)
            and "årig" not in word.low
            and word.low not in {"og", "udseende"}
        ):
            return False
    return False


def _as_person(low: str) -> str:
    if low.endswith(("erne", "kerne", "mændene")) or (low.endswith("ne") and low not in lexicon("nationals")):
        return "personerne"
    if low.endswith(("ere", "ker", "mænd")) or low in {
        "asiater",
        "jøder",
        "muslimer",
        "tamiler",
        "briter",
        "kroater",
        "kosovarer",
        "kurdere",
    }:
        return "personer"
    return "personen" if low.endswith(("eren", "ken", "manden")) else "person"
