"""Run detectors over a passage, settle which hit wins where they overlap, and write the outcome."""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from rundbord.reading.persons.finding import Finding, Severity
from rundbord.reading.persons.passage import Detector, Hit, Passage, finding_of, opens_sentence
from rundbord.reading.persons.windows import Window, windows_of
from rundbord.reading.persons.wording import capitalised

_CLOSING = tuple(" ,.;:!?)\n")
_COMMA_OR_STOP = re.compile(r"\s*[,.]")


def examine(passage: Passage, detectors: Iterable[Detector]) -> tuple[Finding, ...]:
    """Findings in reading order; none overlaps another."""
    asked = tuple(detectors)
    hits = [hit for window in windows_of(passage.text) for hit in _hits(window, passage, asked)]
    return tuple(finding_of(hit, passage) for hit in _without_overlap(hits))


def _hits(window: Window, passage: Passage, detectors: Iterable[Detector]) -> Iterator[Hit]:
    whole = window.text == passage.text
    shown = passage if whole else Passage(text=window.text, places=passage.places)
    for detector in detectors:
        for hit in detector(shown):
            yield hit._replace(start=window.origin(hit.start), end=window.origin(hit.end))


def _without_overlap(hits: list[Hit]) -> list[Hit]:
    """The graver and then the longer hit wins a disputed stretch."""
    chosen: list[tuple[int, int, Hit]] = []
    for hit in sorted(hits, key=_rank):
        index = bisect_left(chosen, (hit.start, hit.end))
        before, after = chosen[max(0, index - 1) : index], chosen[index : index + 1]
        if all(end <= hit.start for _, end, _ in before) and all(hit.end <= start for start, _, _ in after):
            chosen.insert(index, (hit.start, hit.end, hit))
    return [hit for _, _, hit in chosen]


def _rank(hit: Hit) -> tuple[bool, int, int]:
    return hit.kind.severity is not Severity.STOP, hit.start - hit.end, hit.start


@dataclass(frozen=True, kw_only=True)
class Rewritten:
    """A text after replacement, and where its stretches come from."""

    text: str
    seams: tuple[tuple[int, int], ...]

    def origin(self, position: int) -> int:
        """The position in the text before; within a replacement, that of the words replaced."""
        index = bisect_right(self._in_order, (position, sys.maxsize))
        here, there = self._in_order[index - 1]
        return min(there + position - here, self._earliest_from[index])

    @cached_property
    def _in_order(self) -> list[tuple[int, int]]:
        return sorted([(0, 0), *self.seams])

    @cached_property
    def _earliest_from(self) -> list[int]:
        """For each seam the least old position from it on."""
        return [*accumulate((old for _, old in reversed(self._in_order)), min, initial=sys.maxsize)][::-1]


def replaced(text: str, findings: Iterable[Finding]) -> str:
    """The text with each finding's words exchanged for its suggestion, and its seams repaired."""
    return rewritten(text, findings).text


def rewritten(text: str, findings: Iterable[Finding]) -> Rewritten:
    """The same, with the way back to the original."""
    kept, position = "", 0
    seams: list[tuple[int, int]] = []
    for finding in findings:
        kept += text[position : finding.span.start]
        seams.append((len(kept), finding.span.start))
        position = finding.span.end
        if finding.suggestion:
            kept += _as_opening(finding.suggestion, text, finding)
        else:
            kept, position = _closed_up(kept, text, position)
            if _lost_its_capital(text, finding):
                text = text[:position] + capitalised(text[position:])
        seams.append((len(kept), position))
    return Rewritten(text=kept + text[position:], seams=tuple(seams))


def _as_opening(suggestion: str, text: str, finding: Finding) -> str:
    return capitalised(suggestion) if _lost_its_capital(text, finding) else suggestion


def _lost_its_capital(text: str, finding: Finding) -> bool:
    """Whether a sentence began with these words, in capitals or figures."""
    return opens_sentence(text, finding.span.start) and not finding.words[0].islower()


def _closed_up(kept: str, text: str, position: int) -> tuple[str, int]:
    """Take away the blank or comma that a deletion leaves doubled."""
    after = text[position : position + 1]
    if (not kept or kept[-1] in " \n(") and after == " ":
        position += 1
    elif kept.endswith(" ") and (not after or after in _CLOSING):
        kept = kept.rstrip(" ")
    if kept.rstrip().endswith(",") and _COMMA_OR_STOP.match(text, position):
        kept = kept.rstrip().removesuffix(",")
    return kept, position
