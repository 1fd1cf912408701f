"""Ages in other forms: "på 17 og 21 år", "i alderen 20-46 år", "(27)", "i 30'erne", a school class."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons import wording
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.numerals import in_words
from rundbord.reading.persons.passage import Hit, Passage
from rundbord.reading.persons.spelling import GIVEN

_ABOUT = (
    r"(?:(?:ca\.?|cirka|omkring|omtrent|henholdsvis|hhv\.?|mellem|kun|blot|måske|vel|højst|mindst|under|over)\s+){0,2}"
)
_RANGE = r"\d{1,2}(?:(?:,\s?|\s?[-–/]\s?|\s(?:og|eller|til)\s)\d{1,2})*"
_AFTER_A_WORD = late(
    rf"(?<![\w'-])(?P<before>[\w'-]+),? (?P<age>på {_ABOUT}(?P<numbers>{_RANGE})(?P<years>[ -]års?(?:[ "
    r"-]alderen)?)?)(?![\w.,:/%]*\d)(?!\s?(?:%|procent|kr|km|cm|meter|m\b|minut|time|dag|uge|måned|stk"
    r"|kg|gram|g\b|liter|gange|sager|biler|stole|hold))"
)
_BRACKET_OR_COMMA = late(r"\(\d|, ?(?:(?:ca\. |omkring |cirka |vist |vel ))?\d")
_IN_BRACKETS = late(
    r"(?<![\w'-])(?P<before>[\w'-]+) ?(?P<age>\(\d{1,2}(?: år)?(?: gammel)?\)"
    r"|, ?(?:ca\. |omkring |cirka |vist |vel )?\d{1,2}(?: år(?: gammel)?)?(?=[,.;] ?))"
)
_STATED = late(
    r"(?P<age>\bi alderen (?:af )?(?:(?:ca\.?|fra|mellem|omkring|cirka|på) )*\d{1,2}(?:\s?(?:-|–|til"
    r"|og)\s?\d{1,2})?(?:[ -]års?\b)?"
    r"|\bi (?:\d{1,2}\s?[-–]\s?)?\d{1,2}[ -]?års?[- ]?alderen"
    r"|\b(?:(?:først|midt|sidst|i starten|i begyndelsen|i midten|i slutningen) (?:i |af )?"
    r"|i )(?:sine )?(?:\d0\s?['’´-]?\s?erne|tyverne|tredi?verne|fyrrerne|halvtredserne|tresserne"
    r"|halvfjerdserne|firserne|teenageårene)\b"
    r"|\bfødt (?:d\. |den )?(?:i )?[\d./-]*\d+(?:\. \w+ \d{4})?"
    r"|\b\d{1,2}(?:\s?[-–]\s?\d{1,2})? år gam(?:mel|le)\b"
    r"|\b(?:fyldte?|fylder) (?:lige )?\d{1,2}(?: år)?\b)",
    re.IGNORECASE,
)
_PREDICATE = late(
    r"\b(?P<who>han|hun|vedkommende|personen|manden|kvinden|drengen|pigen|den unge|knægten|fyren|ham"
    r"|hende)\b(?P<verb> (?:er|var|blev|bliver|siger han er|ser ud til at være)(?: vist| nok| "
    r"måske| kun| lige| cirka)*)"
    rf"(?P<age> {_ABOUT}\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?(?: år)?)(?!\s?(?:%|km|m\b|meter|minut|time"
    r"|dag|gange|år siden))(?![\d:/]|\.\d)",
    re.IGNORECASE,
)
_BOTH_ARE = late(
    rf"(?P<age>,? (?:der|som) (?:begge|alle(?: tre| fire)?) (?:er|var) {_ABOUT}(?:mellem )?{_RANGE} år(?: gamle)?,?)"
    rf"|\b(?P<who>[Bb]egge|[Aa]lle|[Dd]e|[Dd]rengene|[Pp]igerne|[Pp]ersonerne|[Dd]e unge)(?P<verb> er| var)"
    rf"(?P<told> {_ABOUT}{_RANGE} år(?: gamle)?\b)(?! siden)"
)
_ALONE = late(
    r"(?P<lead>^[ \t]*[-•*–]?[ \t]*)(?P<age>(?:ca\.? ?|cirka |omkring )?\d{1,2}(?:\s?[-–]\s?\d{1,2})? "
    r"år)(?=[ \t]*[,.]?[ \t]*(?:gammel)?$)",
    re.MULTILINE,
)
_SCHOOL_CLASS = late(
    r"\b(?P<who>dreng|pige|elev|ung|unge|knægt|drengen|pigen|eleven|knægten|han|hun|person|søster|bror"
    r"|lillebror)(?P<age> (?:der |som )?(?:går )?(?:i|fra|på) \d{1,2}\. ?(?:[a-dA-DxyzXYZ]\b"
    r"|klasse(?:n)?))",
    re.IGNORECASE,
)
_PUPIL = late(r"(?P<age>\b\d{1,2}\. ?klasses? )(?=elev)", re.IGNORECASE)
_WORDS_THAT_OWN_AN_AGE = lexicon("words_that_own_an_age")
_GROUPS = late(
    r"(?:unge|børn|drenge|piger|teenagere|mennesker|personer|elever|flokken?|gruppen?|gruppe unge|mænd|kvinder)",
    re.IGNORECASE,
)
_PAIR_OF_YEARS = late(r"\bpå (?P<numbers>\d{1,2}(?:, \d{1,2})* og \d{1,2}) år\b")

_STATED_HINTS = ("alder", "erne", "års", "teenage", "født", " år", "fyld")
_SCHOOL_HINTS = tuple(f"{grade}." for grade in range(10))


def detect(passage: Passage) -> Iterator[Hit]:
    """Ages that follow the person, stand in a list, or are told in a sentence."""
    text = passage.text
    yield from _after_a_word(passage)
    yield from (_deletion(match, text) for match in passage.matches(_STATED, *_STATED_HINTS) if not _of_a_thing(match))
    yield from (
        Hit(FindingKind.AGE, m.start("age"), m.end("age"), " (alder udeladt)") for m in _PREDICATE.finditer(text)
    )
    yield from (_of_several(match) for match in passage.matches(_BOTH_ARE, " år"))
    yield from (Hit(FindingKind.AGE, m.start("age"), m.end("age"), "alder udeladt") for m in _ALONE.finditer(text))
    yield from (_deletion(match, text) for match in passage.matches(_SCHOOL_CLASS, *_SCHOOL_HINTS))
    yield from (Hit(FindingKind.AGE, m.start(), m.end(), "") for m in passage.matches(_PUPIL, "klasse"))


def _after_a_word(passage: Passage) -> Iterator[Hit]:
    text = passage.text
    for match in passage.matches(_AFTER_A_WORD, "på "):
        if _owns_an_age(match["before"]):
            yield _deletion(match, text)
    for match in _IN_BRACKETS.finditer(text) if _BRACKET_OR_COMMA.search(text) else ():
        if _owns_an_age(match["before"]) and match["before"].lower() not in {"unge", "medlemmer"}:
            yield _deletion(match, text)
    for match in _PAIR_OF_YEARS.finditer(text):
        numbers = re.sub(r"\d+", lambda number: in_words(int(number[0])), match["numbers"])
        yield Hit(FindingKind.AGE, match.start(), match.end(), f"på {numbers} år")


def _of_several(match: re.Match[str]) -> Hit:
    """A clause that tells nothing but the age goes; a sentence that does keeps its subject."""
    if match["age"]:
        return Hit(FindingKind.AGE, match.start("age"), match.end("age"), "")
    return Hit(FindingKind.AGE, match.start("told"), match.end("told"), " (alder udeladt)")


def _owns_an_age(word: str) -> bool:
    low = word.lower()
    return wording.is_person(low) or low in _WORDS_THAT_OWN_AN_AGE or low in GIVEN or _is_a_definite_person(low)


def _is_a_definite_person(low: str) -> bool:
    return any(
        low.endswith(ending) and wording.is_person(low.removesuffix(ending))
        for ending in ("en", "n", "erne", "ene", "ne")
    )


def _of_a_thing(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 14) : match.start()].lower()
    return not match[0].lower().startswith("i alderen") and bool(
        re.search(r"(?:bil|bilen|huset|sagen|lov|siden|tilbage) \Z", before)
    )


def _deletion(match: re.Match[str], text: str) -> Hit:
    """Take the age away together with the blank before it."""
    start = match.start("age")
    while start > 0 and text[start - 1] == " " and text[match.end("age") : match.end("age") + 1] != "":
        start -= 1
    return Hit(_kind(match, text), start, match.end("age"), "")


def _kind(match: re.Match[str], text: str) -> FindingKind:
    """A span of ages after a group word is a band; after one or few persons it is an age."""
    before = text[max(0, match.start("age") - 22) : match.start("age")].split()
    is_span = re.search(r"\d\s?(?:-|–|til|og)\s?\d", match["age"])
    few = any(word.lower() in {"to", "tre", "2", "3", "begge"} for word in before[-2:])
    is_band = is_span and before and _GROUPS.fullmatch(before[-1]) and not few
    return FindingKind.AGE_BAND if is_band else FindingKind.AGE
