"""Whole descriptions of wanted persons: "Manden beskrives som:" and the list or sentences after it."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.passage import Hit, Passage

_OMITTED = "(Personbeskrivelsen er udeladt.)"
_HEADER = late(
    r"^[^\n]*\b(?:beskrives|beskrevet|signalement\w*|beskrivelsen?|ser (?:således|sådan) ud)\b[^\n]*:[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL = late(
    r"\s*(?:[A-D1-9][.:)]|(?:gerningsmand|person|mand|kvinde|mistænkt|den (?:ene|anden)|nr\.?)\s?\w{0,2}\s?:)\s*",
    re.IGNORECASE,
)
_BULLET = late(r"[ \t]*(?:[-–•·]|\*(?!\*))\s?\S")
_CUE = late(
    r"\b(?:år|\w*årig\w*|cm|centimeter|høj|bygning|bygget|statur|hår\w*|\w*skæg\w*|hud\w*|øjne|i "
    r"?ført|\w*(?:jakke|bukser|trøje|shirt|kasket|hue|sko|frakke)|udseende|talte|taler|accent"
    r"|tatover\w*|\w*briller|\w*tøj|\d\d\s?[-–]\s?\d\d|rygsæk|kørte|dansk|mand|kvinde|dreng|tynd|slank|kraftig)\b",
    re.IGNORECASE,
)
_SENTENCE = late(
    r"(?<![^\s.!?])(?P<sentence>[^.!?\n]*\b(?:beskrives|beskrevet|signalement(?:et)?"
    r"|efterlyses som)\b[^\n]*?(?:[.!?](?=\s+(?-i:[A-ZÆØÅ(])|\s*$)|$)"
    r"(?:[ \t]+(?:Han|Hun|Manden|Kvinden|Personen|Gerningsmanden|Drengen|Vedkommende|De|Begge|Den "
    r"ene|Den anden|Derudover|Desuden)\b[^\n]*?\b(?:iført|hår|skæg|høj|bygning|jakke|trøje|bukser|år"
    r"|talte|hud|udseende|kasket|accent|sko)\b[^\n]*?[.!?](?=\s+(?-i:[A-ZÆØÅ(])|\s*$))*)",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_LINE = 16


def detect(passage: Passage) -> Iterator[Hit]:
    """Lists after a heading, else the sentences that describe."""
    text = passage.text
    hints = ("beskr", "signalement", "efterlys", "ser ")
    if not any(hint in text.lower() for hint in hints):
        return
    for header in _HEADER.finditer(text):
        end = _end_of_list(text, header.end())
        if end > header.end():
            yield Hit(FindingKind.LOOKS, header.start(), end, _OMITTED)
    for match in _SENTENCE.finditer(text):
        if len(_CUE.findall(match[0])) >= 2:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            yield Hit(FindingKind.LOOKS, start, match.end(), _OMITTED)


def _end_of_list(text: str, start: int) -> int:
    """Where the last line of the list ends; blank lines within it are part of it."""
    end = position = start
    for line in text[start:].splitlines(keepends=True):
        if line.strip() and not _belongs(line):
            break
        position += len(line)
        end = position - (len(line) - len(line.rstrip())) if line.strip() else end
    return end


def _belongs(line: str) -> bool:
    if _BULLET.match(line) or _LABEL.fullmatch(line):
        return True
    return len(line.split()) <= _LONGEST_LINE and bool(_CUE.search(line)) and not re.search(r"\bkl\.|politi", line)
