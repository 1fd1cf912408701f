"""Initials, nicknames in quotation marks and names such as "Lille M"."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.belonging import is_place_or_organisation
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.passage import Hit, Passage
from rundbord.reading.persons.spelling import GIVEN

_INITIALS = late(r"(?<![\w.])[A-ZÆØÅ]\. ?(?:[A-ZÆØÅ]\. ?)?[A-ZÆØÅ]\.(?!\s?[A-ZÆØÅ]\w)(?![A-Za-z])")
_SPELLED = late(
    r"\b(?:initialerne|initialer|forbogstavet|forbogstaverne)(?: er)? (?P<name>[A-ZÆØÅ](?:[.\s]?[A-ZÆØÅ]){"
    r"0,2}\.?)(?!\w)"
)
_ONE_LETTER = late(
    r"\b(?i:drengen|pigen|manden|kvinden|fyren|knægten|eleven|lederen|unge|kaldet) (?P<name>[E-ZÆØÅ]\.?)(?![\w.-])"
)
_LETTER_ALONE = late(r" [E-ZÆØÅ]\.?(?![\w.-])")
_LITTLE_OR_BIG = late(
    r"\b(?P<name>(?:Lille|Store|Lange|Tykke|Skæve|Gale|Vilde|Big|Little|Lil['’]?|Young|Mini|Sorte"
    r"|Røde) (?P<rest>[A-ZÆØÅ](?:\w+|\.)?))(?![\w-])"
)
_QUOTED = late(r"(?P<name>[\"”“»„'’](?P<inner>[A-ZÆØÅ0-9][\wæøå.'-]{0,14}(?: [A-ZÆØÅ]?[\w.]{0,12})?)[\"”“«'’])")
_PERSON_BEFORE = late(
    r"(?:\b(?:dreng|drengen|mand|manden|ung|unge|fyr|fyren|pige|pigen|kvinde|kvinden|person|personen"
    r"|leder|lederen|ham|hende|knægt|kend(?:t|es|te) som|kaldet|kaldes|kalder|kaldt|hedder|navnet"
    r"|alias|medlem|dealer|pusher|bagmand|bagmanden|med|af|og|fra|til|hos|at|om|omkring|en|storebror"
    r"|lillebror)(?: sig| de| for| som| ham| hende)*,? ?\(?)\Z",
    re.IGNORECASE,
)
_VERB_AFTER = late(
    r"[,)]? (?:er|var|har|havde|kom|stod|sad|slog|truede|solgte|sælger|styrer|blev|gik|kører|kørte"
    r"|skylder|fik|bor|og hans|råbte|samler|sender|hænger)\b"
)
_A_THING_BEFORE = late(
    r"\b(?:projekt\w*|arrangement\w*|indsats\w*|kampagne\w*|butik\w*|caf[eé]\w*|begreb\w*|ordet"
    r"|teksten|tag\w*|graffiti\w*|skilt\w*|banner\w*|film\w*|sang\w*|møde\w*|tema\w*|grupp\w*"
    r"|område\w*|foredrag\w*|metode\w*|klub\w*|bande\w*|råb\w*|spray\w*|malet|hold\w*|festival\w*"
    r"|titlen|emnet|overskriften)\b",
    re.IGNORECASE,
)


def detect(passage: Passage) -> Iterator[Hit]:
    """Short forms that those who know the area can read."""
    text = passage.text
    yield from (Hit(FindingKind.INITIALS, m.start(), m.end(), "en person") for m in _INITIALS.finditer(text))
    spelled = (_SPELLED,) if passage.holds("initial", "forbogstav") else ()
    for pattern in (*spelled, _ONE_LETTER) if _LETTER_ALONE.search(text) else spelled:
        yield from (
            Hit(FindingKind.INITIALS, m.start("name"), m.end("name"), "(udeladt)") for m in pattern.finditer(text)
        )
    for match in _LITTLE_OR_BIG.finditer(text):
        rest = match["rest"].rstrip(".").lower()
        if len(rest) == 1 or rest in GIVEN:
            yield Hit(FindingKind.NICKNAME, match.start(), match.end(), "en person")
    for match in _QUOTED.finditer(text):
        if _names_somebody(match) and not is_place_or_organisation(match["inner"], passage):
            yield Hit(FindingKind.NICKNAME, match.start(), match.end(), "en person")


def _names_somebody(match: re.Match[str]) -> bool:
    before, after = (
        match.string[max(0, match.start() - 30) : match.start()],
        match.string[match.end() : match.end() + 12],
    )
    if _A_THING_BEFORE.search(before):
        return False
    return bool(_PERSON_BEFORE.search(before) or _VERB_AFTER.match(after))
