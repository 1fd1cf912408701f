"""From HTML to lines of text that still know which of them are headings."""

import re

from rundbord.reading.report import Unreadable
from rundbord.reading.source.tags import Tag, pieces_of

HEADING_MARK = "\ue000"
"""Stands before a line that the markup shows as a heading; taken away again when the text is tidied."""

_MOST_PIECES = 200_000
"""Tags and stretches of words; the largest page known has a fiftieth."""
_TOO_MANY_PIECES = "Websiden er for stor at læse. Kopiér selve rapportens tekst, og indsæt den i stedet."
_TAG = re.compile(r"<(?:!doctype|html|head|body|div|p|br|h[1-6]|ul|ol|li|table|tr|td|strong|span)\b[^<>]*>", re.I)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "ul",
        "ol",
        "table",
        "thead",
        "tbody",
        "tr",
        "header",
        "footer",
        "main",
        "blockquote",
        "body",
    ]
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"strong", "b"})
_SILENT = frozenset({"script", "style", "head", "title", "nav", "template"})


def is_markup(text: str) -> bool:
    return len(_TAG.findall(text[:20000])) >= 2


def text_of_markup(text: str) -> str:
    reader = _Lines()
    for number, piece in enumerate(pieces_of(text)):
        if number > _MOST_PIECES:
            raise Unreadable(_TOO_MANY_PIECES)
        reader.take(piece)
    return reader.text()


class _Lines:
    """Collects text line by line; a line is a heading when all its words stand in a heading or in bold."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words: list[tuple[str, bool]] = []
        self._heading = self._bold = self._silent = 0

    def text(self) -> str:
        self._end_line()
        return "\n".join(self._lines)

    def take(self, piece: Tag | str) -> None:
        if isinstance(piece, str):
            self._read(piece)
        elif piece.closes:
            self._close(piece.name)
        else:
            self._open(piece.name)

    def _open(self, tag: str) -> None:
        if tag in _HEADINGS or tag in _BLOCKS or tag in {"br", "hr", "li"}:
            self._end_line()
        if tag == "li":
            self._words.append(("- ", False))
        elif tag in {"td", "th"} and any(word.strip() for word, _ in self._words):
            self._words.append((" | ", False))
        elif tag == "hr":
            self._lines.append("**")
        self._count(tag, 1)

    def _close(self, tag: str) -> None:
        if tag in _HEADINGS or tag in _BLOCKS or tag == "li":
            self._end_line()
        if tag in _HEADINGS or tag in {"p", "table", "ul"}:
            self._lines.append("")
        self._count(tag, -1)

    def _read(self, data: str) -> None:
        if not self._silent:
            self._words.append((re.sub(r"\s+", " ", data), bool(self._heading or self._bold)))

    def _count(self, tag: str, step: int) -> None:
        if tag in _HEADINGS:
            self._heading = max(0, self._heading + step)
        elif tag in _BOLD:
            self._bold = max(0, self._bold + step)
        elif tag in _SILENT:
            self._silent = max(0, self._silent + step)

    def _end_line(self) -> None:
        line = re.sub(r" +", " ", "".join(word for word, _ in self._words)).strip()
        strong = all(bold for word, bold in self._words if word.strip())
        if line:
            self._lines.append(HEADING_MARK + line if strong and not line.startswith(("*", "-")) else line)
        self._words = []
