"""Masking: a public police report without what could single out a person.

Sex alone is kept ("en mand"), since it singles out nobody and the account stays readable; who is under 18
becomes "en person", because every other word tells the age. In a sexual offence (`strictest`) the sex, the
relation, the room, the exact time and the act go too: those who know the victim would recognise each of them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from rundbord.reading.persons.detectors import MASKING, STRICTEST, SWEEPING
from rundbord.reading.persons.examination import Rewritten, examine, rewritten
from rundbord.reading.persons.finding import Finding, Span
from rundbord.reading.persons.passage import Detector, Passage
from rundbord.reading.persons.smoothing import smoothed


@dataclass(frozen=True, kw_only=True)
class Masked:
    """The masked text, and what was masked; the spans are those of the original."""

    text: str
    findings: tuple[Finding, ...]


def masked(text: str, *, strictest: bool = False, places: Collection[str] = ()) -> Masked:
    """Mask the text; `strictest` is for sexual offences."""
    findings: list[Finding] = []
    rounds: list[Rewritten] = []
    current = text
    for detectors in _rounds(strictest=strictest):
        found = examine(Passage(text=current, places=frozenset(places)), detectors)
        findings += (_in_the_original(finding, text, rounds) for finding in found)
        rounds.append(rewritten(current, found))
        current = rounds[-1].text
    if findings:
        current = smoothed(current)
    return Masked(text=current, findings=tuple(sorted(findings, key=lambda finding: finding.span)))


def _in_the_original(finding: Finding, text: str, rounds: Sequence[Rewritten]) -> Finding:
    """The finding of a later round with the span and the words of the text handed in."""
    start, end = finding.span
    for earlier in reversed(rounds):
        start, end = earlier.origin(start), earlier.origin(end)
    return replace(finding, span=Span(start, max(start, end)), words=text[start : max(start, end)])


def _rounds(*, strictest: bool) -> tuple[tuple[Detector, ...], ...]:
    """The offence is looked at first, while its sentences are whole."""
    return (*((STRICTEST,) if strictest else ()), MASKING, SWEEPING)


def mask(text: str, *, strictest: bool = False, places: Collection[str] = ()) -> str:
    """The masked text alone."""
    return masked(text, strictest=strictest, places=places).text
