"""Names of persons, by lists of given names and surnames, by shape and by the words around them."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons import wording
from rundbord.reading.persons.belonging import belongs_to_a_place, is_common, is_place_or_organisation
from rundbord.reading.persons.detectors.proper_names import names_in
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.lexicon import lexicon
from rundbord.reading.persons.passage import Hit, Passage
from rundbord.reading.persons.runs import runs
from rundbord.reading.persons.spelling import GIVEN, is_name_in_small_letters

_TITLE = late(
    r"\b(?P<title>(?:\w*(?:vagtchef|inspektør|kommissær|assistent|betjent|direktør|konsulent|anklager"
    r"|advokat|politimester|chef|leder|lærer|pædagog|rådgiver|medarbejder|koordinator|formand"
    r"|ejendomsmester|vicevært|læge|minister|borgmester|præst|imam|træner|mentor|sekretær|jurist"
    r"|specialist)))(?P<definite>en|n)? (?P<name>(?:[A-ZÆØÅ][\w'’-]+"
    r"|[A-ZÆØÅ]\.)(?: (?:[A-ZÆØÅ][\w'’-]+|[A-ZÆØÅ]\.))*)",
)
_TITLE_AFTER = late(
    r"[, -]{0,3}\b(?P<title>vagtchef|politiinspektør|vicepolitiinspektør|politikommissær"
    r"|vicepolitikommissær|politidirektør|pressechef|efterforskningsleder|anklager|senioranklager"
    r"|specialanklager|SSP-konsulent)\b",
    re.IGNORECASE,
)
_CUE = late(
    r"(?P<before>(?:\w+ ){0,2})\b(?P<cue>hedder|hed|kaldet|kaldes|kalder sig|kaldte sig|kalder "
    r"ham|kalder hende|ved navn|navngivet|navnet|alias|kælenavnet|øgenavnet|tilnavnet|går under "
    r"navnet|fornavnet|efternavnet|døbt) (?:for |er )?[\"”“»'’]?(?P<name>(?-i:[A-ZÆØÅ])[\wæøåÆØÅ'’-]*(?: "
    r"(?-i:[A-ZÆØÅ])[\w'’-]*)*)",
    re.IGNORECASE,
)
_NOT_A_PERSON_BEFORE = late(
    r"(?:område\w*|pladsen|stedet|huset|parken|klubben|grupp\w+|banden|\w*bande|netværk\w*|projekt\w*"
    r"|indsats\w*|bygning\w*|app\w*|kanal\w*|konto\w*|butik\w*|kampagne\w*|hjemmeside\w*|fest\w*|vejen"
    r"|gaden|operation\w*|festival\w*|forum\w*|arrangement\w*|kvarteret|forening\w*|i daglig "
    r"tale|også|skolen|stien|metode\w*|program\w*)\b",
    re.IGNORECASE,
)
_TITLE_HINTS = tuple(lexicon("titles"))
_SUGGESTION = "en person"


def detect(passage: Passage) -> Iterator[Hit]:
    """Names in running text, after a title, and after words such as "kaldet"."""
    yield from _titled(passage)
    yield from _cued(passage)
    for run in runs(passage):
        for first, last in names_in(run, passage):
            yield _hit(run.words[first].start, run.words[last].end, passage)
    for word in passage.words:
        if word.text[0].islower() and is_name_in_small_letters(word):
            yield Hit(FindingKind.NAME, word.start, word.end, _instead(word.text))


def _hit(start: int, end: int, passage: Passage) -> Hit:
    text = passage.text
    if after := _TITLE_AFTER.match(text, end):
        return Hit(FindingKind.NAME, start, after.end(), wording.definite(after["title"].lower()))
    return Hit(FindingKind.NAME, start, end, _instead(text[start:end]))


def _instead(name: str) -> str:
    given = name.lower().removesuffix("s").rstrip("'’")
    is_genitive = name.endswith(("s", "'", "’")) and " " not in name and given in GIVEN and name.lower() not in GIVEN
    return wording.genitive(_SUGGESTION) if is_genitive else _SUGGESTION


def _titled(passage: Passage) -> Iterator[Hit]:
    for match in passage.matches(_TITLE, *_TITLE_HINTS):
        name = match["name"].split()
        if is_place_or_organisation(match["name"], passage) or belongs_to_a_place(passage, match.end()):
            continue
        if len(name) == 1 and is_common(name[0]):
            continue
        title = match["title"] if match["definite"] else wording.definite(match["title"])
        yield Hit(
            FindingKind.NAME,
            match.start(),
            match.end(),
            title if not match["definite"] else match["title"] + match["definite"],
        )


def _cued(passage: Passage) -> Iterator[Hit]:
    for match in passage.matches(_CUE, "hed", "kald", "navn", "alias", "døbt"):
        name, before = match["name"], match["before"]
        if _NOT_A_PERSON_BEFORE.search(before) or is_place_or_organisation(name, passage):
            continue
        if belongs_to_a_place(passage, match.end()) or is_common(name):
            continue
        yield Hit(FindingKind.NAME, match.start("name"), match.end("name"), _SUGGESTION)
