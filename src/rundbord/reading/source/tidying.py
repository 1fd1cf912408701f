"""One clean shape for every source: spaces, line ends, broken lines, and headings run into the text."""

import re
import unicodedata
from collections.abc import Iterator

from rundbord.reading.report import Unreadable
from rundbord.reading.source.decoding import LARGEST
from rundbord.reading.source.document import Document
from rundbord.reading.source.markup import HEADING_MARK

LONGEST_TEXT = 40_000
"""Four times the longest report known."""
_LONGEST_WORD = 120
_LONGEST_LINE = 2_000
"""The longest paragraph known is shorter; what runs on and on is broken where a sentence or at least a word ends."""
_TOO_LONG = f"Teksten er for lang til at være én døgnrapport: højst {LONGEST_TEXT // 1000}.000 tegn. Del den i flere."
_WORD_TOO_LONG = f"Teksten rummer et ord, der er for langt til at være et ord (over {_LONGEST_WORD} tegn): »{{}}…«."
_ENDLESS_WORD = re.compile(rf"(?<!\S)\S{{{_LONGEST_WORD + 1}}}")
_LONG_LINK = re.compile(r"(https?://[^\s/]{1,80}/)\S{30,}")
_LONG_RULE = re.compile(r"([^\w\s]|_)\1{60,}")
_INVISIBLE = re.compile(
    "[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
"""What nobody sees, signs that turn the direction of reading among it."""
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_INLINE_SEPARATOR = re.compile(r"(?<=\S)[ ]+(\*{2,})[ ]+(?=\S)|(?<=\S)[ ]+(\*{2,})$|^(\*{2,})[ ]+(?=\S)", re.M)
_INLINE_BULLET = re.compile(r"(?<=\S)[ ]+•[ ]*(?=\S)")
_RUN_ON_BURGLARY = re.compile(
    r"(?<=[\d.,)])[ ]+[-–•]?[ ]?(?=[PI]å? [A-ZÆØÅ](?:[^.\n]|(?<=\b[A-ZÆØÅ])\.|(?<=Gl|St|Nr|dr|kt|hr)\.){2,60}?,?"
    r" (?:begået|sket) (?:mellem|den|d\.|kl|[a-zæøå]+dag))"
)
_RUN_IN_HEADING = re.compile(
    r"(?:^|(?<=[.!?] ))([A-ZÆØÅ0-9][^.!?:|,\n]{3,80}?)[ ]+"
    r"(?=(?:(?:Natten til|Sent|Tidligt) [a-zæøå]+ (?:kl|omkring|er\b|blev\b|har\b)"
    r"|(?:Man|Tirs|Ons|Tors|Fre|Lør|Søn)dag\b[^.\n]{0,30}\bkl|Klokken \d|Der er (?:i )?det seneste))",
    re.M,
)
"""A capital opening such as "Søndag kl." in the middle of a line shows that a heading ran into the text."""
_EVENT_OPENING = re.compile(r"(?:Natten til )?(?:[Mm]an|[Tt]irs|[Oo]ns|[Tt]ors|[Ff]re|[Ll]ør|[Ss]øn)dag kl\.? ?\d")
_RUN_ON_EVENT = re.compile(rf"(?<=[.!?])[ ](?={_EVENT_OPENING.pattern})")
_MANY_EVENTS = 2
"""A line with so many openings such as "Søndag kl. 14.20" tells several events."""


def tidied(text: str) -> Document:
    """Return the document with normalised text; raise Unreadable for what is empty or too long."""
    clean = _clean(_within_bounds(text))
    if len(clean) > LONGEST_TEXT:
        raise Unreadable(_TOO_LONG)
    if not re.search(r"[^\W\d_]{2}", clean):
        raise Unreadable("Der er ingen tekst at læse.")
    return _without_marks(_broken(_unwrapped(_laid_out(clean))))


def _within_bounds(text: str) -> str:
    """Return the text with long links and rules made short; refuse endless words before time is spent on them."""
    if len(text) > LARGEST:
        raise Unreadable(_TOO_LONG)
    text = _LONG_RULE.sub(lambda rule: rule[0][:60], _LONG_LINK.sub(r"\1…", _INVISIBLE.sub("", text)))
    if word := _ENDLESS_WORD.search(text):
        raise Unreadable(_WORD_TOO_LONG.format(word[0][:30]))
    return text


def _clean(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\u2028", "\n").replace("\u2029", "\n").replace("\x0c", "\n")
    text = re.sub("\t+", " | ", text) if _has_tab_table(text) else text
    text = _SPACES.sub(" ", text)
    lines = [re.sub(" +", " ", line).strip() for line in text.split("\n")]
    return re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _has_tab_table(text: str) -> bool:
    return len(re.findall(r"^[^\t\n]+(?:\t[^\t\n]*){2,}$", text, re.M)) >= 2


def _laid_out(text: str) -> str:
    """Give separators, bullets and run-on headings a line of their own, as a careless copy took it from them."""
    text = _INLINE_SEPARATOR.sub(lambda m: f"\n{m[1] or m[2] or m[3]}\n", text)
    text = _INLINE_BULLET.sub("\n• ", text)
    text = _RUN_IN_HEADING.sub("\n\\1\n", text)
    text = _RUN_ON_BURGLARY.sub("\n", text)
    text = "\n".join(_events_apart(line) for line in text.split("\n"))
    return re.sub(r" +$", "", text, flags=re.MULTILINE)


def _events_apart(line: str) -> str:
    """Break a line that tells one event after the other, each opening with weekday and clock."""
    openings = len(_RUN_ON_EVENT.findall(line)) + bool(_EVENT_OPENING.match(line))
    return _RUN_ON_EVENT.sub("\n", line) if openings >= _MANY_EVENTS else line


def _unwrapped(text: str) -> str:
    """Join lines that a mail program broke at a fixed width."""
    lines = text.split("\n")
    width = _wrap_width(lines)
    if not width:
        return text
    joined: list[str] = []
    previous = ""
    for line in lines:
        if joined and _is_broken(previous, line, width):
            joined[-1] += " " + line
        else:
            joined.append(line)
        previous = line
    return "\n".join(joined)


def _wrap_width(lines: list[str]) -> int | None:
    lengths = [len(line) for line in lines if line]
    longest = max(lengths, default=0)
    filled = sum(longest - 14 <= length for length in lengths)
    return longest if 58 <= longest <= 84 and filled >= max(4, len(lengths) // 4) else None


def _is_broken(previous: str, line: str, width: int) -> bool:
    if not previous or not line or line.startswith(("•", "- ", "*", HEADING_MARK)) or previous.startswith("*"):
        return False
    return len(previous) + 1 + len(line.split(" ", 1)[0]) > width


def _broken(text: str) -> str:
    """Break endless lines; no ordinary report has any."""
    lines = text.split("\n")
    if all(len(line) <= _LONGEST_LINE for line in lines):
        return text
    return "\n".join(piece for line in lines for piece in _pieces(line))


def _pieces(line: str) -> Iterator[str]:
    while len(line) > _LONGEST_LINE:
        end = max(line.rfind(". ", 1, _LONGEST_LINE) + 1, 0) or line.rfind(" ", 1, _LONGEST_LINE)
        yield line[:end]
        line = line[end:].lstrip()
    yield line


def _without_marks(text: str) -> Document:
    lines: list[str] = []
    marked: set[int] = set()
    offset = 0
    for line in text.split("\n"):
        if line.startswith(HEADING_MARK):
            marked.add(offset)
        lines.append(line.replace(HEADING_MARK, ""))
        offset += len(lines[-1]) + 1
    return Document("\n".join(lines), frozenset(marked))
