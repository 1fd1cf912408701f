"""Long texts in windows of what fits a page, and endless runs made short: what examines them needs time by the square.

What people write fits one window and has no such runs, so that nothing is examined differently.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_WINDOW = 4_000
_LATEST_BREAK = 1_000
"""So far back from its end a window looks for the end of a line, of a sentence, of a word."""
_BREAKS = ("\n", ". ", "! ", "? ", " ")
_ENDLESS = re.compile(
    r"(?P<space>[^\S\n]{4,})|(?P<lines>\s{6,})|(?P<letters>[^\W\d_]{80,})|(?P<digits>\d{80,})"
    r"|(?P<mark>[^\w\s])(?P=mark){40,}"
)
_ENDLESS_BLANKS = re.compile(r"\s{4}")
_SHORTEST_ENDLESS = 41
"""Letters, digits and marks that go on for so long stand in one piece without a blank."""
_KEPT = {"space": 1, "lines": 2, "letters": 30, "digits": 30, "mark": 15}
"""How much of an endless run is examined at either end; a CPR number in the midst of eighty digits is none."""


@dataclass(frozen=True)
class Window:
    """A stretch of the text as it is examined, and the way back to the text."""

    text: str
    _here: tuple[int, ...]
    _there: tuple[int, ...]

    def origin(self, position: int) -> int:
        """Where in the text a position of the window lies."""
        index = bisect_right(self._here, position) - 1
        return self._there[index] + position - self._here[index]


def windows_of(text: str) -> Iterator[Window]:
    """Yield the windows in order."""
    start = 0
    while start < len(text):
        end = _end_of_window(text, start)
        yield _window(text, start, end)
        start = end


def _end_of_window(text: str, start: int) -> int:
    if len(text) - start <= _WINDOW:
        return len(text)
    end = start + _WINDOW
    found = ((each, text.rfind(each, end - _LATEST_BREAK, end)) for each in _BREAKS)
    return next((at + len(each) for each, at in found if at >= 0), end)


def _window(text: str, start: int, end: int) -> Window:
    stretch = text[start:end]
    if not _may_hold_endless_runs(stretch):
        return Window(stretch, (0,), (start,))
    kept, here, there = "", [0], [start]
    for run in _ENDLESS.finditer(text, start, end):
        most = _KEPT[run.lastgroup or "mark"]
        kept += text[there[-1] : run.start() + most]
        here.append(len(kept))
        there.append(run.end() - most)
    return Window(kept + text[there[-1] : end], tuple(here), tuple(there))


def _may_hold_endless_runs(stretch: str) -> bool:
    """Asked first, since hardly any text does and looking for each kind of run is slow."""
    longest = max(map(len, stretch.split()), default=0)
    return longest >= _SHORTEST_ENDLESS or bool(_ENDLESS_BLANKS.search(stretch))
