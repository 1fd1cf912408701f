"""Cuts HTML into tags and words in one pass: nothing is looked at again for what stands before it."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_NAME = re.compile(r"</?([A-Za-z][^\s/><]{0,40})")
_QUOTE_OR_END = re.compile(r"[\"'>]")
_RAW = frozenset({"script", "style", "textarea", "title"})
"""What stands inside these is no markup until they are closed."""
_ENDLESS_NUMBER = re.compile(r"&#x?[0-9a-f]{8,};?", re.I)
"""No letter has so high a number, and Python refuses to read thousands of digits."""


@dataclass(frozen=True)
class Tag:
    """A tag by its name in small letters; `closes` tells "</p>" from "<p>"."""

    name: str
    closes: bool


def pieces_of(text: str) -> Iterator[Tag | str]:
    """Yield tags and the words between them, in order; comments, declarations and what is never closed are left out."""
    return _Cutting(text).pieces()


class _Cutting:
    def __init__(self, text: str) -> None:
        self._text = text
        self._last_end = text.rfind(">")
        self._last_comment_end = text.rfind("-->")
        self._quotes_close = True

    def pieces(self) -> Iterator[Tag | str]:
        text, position = self._text, 0
        while position < len(text):
            start = text.find("<", position)
            if start != position:
                yield _words(text[position : start if start >= 0 else len(text)])
            if start < 0:
                return
            tag, position = self._tag(start)
            if tag is not None:
                yield tag
                if not isinstance(tag, str) and tag.name in _RAW and not tag.closes:
                    yield _words(text[position : (position := self._end_of_raw(tag.name, position))])

    def _tag(self, start: int) -> tuple[Tag | str | None, int]:
        """The tag that begins here and where it ends; a "<" that begins none stands for itself."""
        text = self._text
        if text.startswith(("<!", "<?"), start):
            return None, self._end_of_declaration(start)
        name = _NAME.match(text, start)
        if name is None:
            return "<", start + 1
        return Tag(name[1].lower(), text.startswith("</", start)), self._end_of_tag(start, name.end())

    def _end_of_declaration(self, start: int) -> int:
        if self._text.startswith("<!--", start) and start + 4 <= self._last_comment_end:
            return self._text.find("-->", start + 4) + 3
        return self._next_end(start)

    def _end_of_tag(self, start: int, position: int) -> int:
        """Behind the ">" that stands in no quotes; quotes that were once found open to the end are believed no more."""
        while self._quotes_close:
            mark = _QUOTE_OR_END.search(self._text, position)
            if mark is not None and mark[0] == ">":
                return mark.end()
            closing = self._text.find(mark[0], mark.end()) if mark else -1
            if closing < 0:
                self._quotes_close = False
            position = closing + 1
        return self._next_end(start)

    def _next_end(self, start: int) -> int:
        """Behind the next ">"; what is never closed ends where the next tag begins."""
        if start < self._last_end:
            return self._text.find(">", start) + 1
        following = self._text.find("<", start + 1)
        return following if following >= 0 else len(self._text)

    def _end_of_raw(self, name: str, position: int) -> int:
        closing = re.compile(rf"</{name}(?=[\s/>])", re.I).search(self._text, position)
        return closing.start() if closing else len(self._text)


def _words(text: str) -> str:
    return html.unescape(_ENDLESS_NUMBER.sub("\ufffd", text))
