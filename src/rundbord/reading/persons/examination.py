"""Run detectors over a passage, settle which hit wins where they overlap, and write the outcome."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rundbord.reading.persons.finding import Finding, Severity
from rundbord.reading.persons.passage import Detector, Hit, Passage, finding_of, opens_sentence
from rundbord.reading.persons.wording import capitalised

_CLOSING = tuple(" ,.;:!?)\n")


def examine(passage: Passage, detectors: Iterable[Detector]) -> tuple[Finding, ...]:
    """Findings in reading order; none overlaps another."""
    hits = [hit for detector in detectors for hit in detector(passage)]
    return tuple(finding_of(hit, passage) for hit in _without_overlap(hits))


def _without_overlap(hits: list[Hit]) -> list[Hit]:
    """The graver and then the longer hit wins a disputed stretch."""
    chosen: list[Hit] = []
    for hit in sorted(hits, key=_rank):
        if all(hit.end <= other.start or other.end <= hit.start for other in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.start)


def _rank(hit: Hit) -> tuple[bool, int, int]:
    return hit.kind.severity is not Severity.STOP, hit.start - hit.end, hit.start


@dataclass(frozen=True, kw_only=True)
class Rewritten:
    """A text after replacement, and where its stretches come from."""

    text: str
    seams: tuple[tuple[int, int], ...]

    def origin(self, position: int) -> int:
        """The position in the text before; within a replacement, that of the words replaced."""
        here, there = max(seam for seam in ((0, 0), *self.seams) if seam[0] <= position)
        following = [old for new, old in self.seams if new > position]
        return min([there + position - here, *following])


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
    if re.search(r",\s*\Z", kept) and re.match(r"\s*[,.]", text[position:]):
        kept = kept.rstrip().removesuffix(",")
    return kept, position
