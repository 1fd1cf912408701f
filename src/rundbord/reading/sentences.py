"""Cuts Danish running text into sentences and clauses without stumbling over kl., d., Gl. and initials."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.report import Span

_ABBREVIATIONS = (
    "kl|klk|d|ca|cirka|st|gl|chr|sct|skt|sdr|ndr|nr|ndr|hhv|bl\\.a|bl|evt|pt|p\\.t|f\\.eks|eks|m\\.v|mv|osv|inkl"
    "|vedr|tlf|dr|hr|fr|jf|stk|pr|km|kr|max|min|ifm|ang|jr|sr|kgs|nørre|motordr|euf|o\\.l|m\\.m|u"
)
_NOT_AN_END = late(rf"(?:\b(?:{_ABBREVIATIONS})|\b[A-ZÆØÅ]|\d)\.$", re.IGNORECASE)
_END = late(r"[.!?]+[\"”»)]*(?=\s+[\"”»(–-]*\s?[A-ZÆØÅ0-9])|\n+")
_CLAUSE = late(
    r",? \b(?=(?:at|da|idet|efter at|hvorefter|hvorved|mens|inden|før|fordi|hvilket|selvom)\b)"
    r"|,? \bog (?=(?:\w+ )?sigtet\b)|, (?=sigtet\b|mistænkt\b|tiltalt\b)"
    r"|, (?=(?:som|der|hvor|og|men|efter|så|ligesom|hvorfra)\b)|[;:] "
)


def sentences_in(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch of text, leaving out the space between them."""
    start = span.start
    for match in _END.finditer(text, span.start, span.end):
        before = text[max(span.start, match.start() - 8) : match.start() + 1]
        if "\n" in match.group() or not _NOT_AN_END.search(before) or _ends_in_a_clock(text, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, span.end)


def clause_at(text: str, sentence: Span, offset: int) -> Span:
    """Return the clause of the sentence that the offset lies in."""
    start = sentence.start
    for match in _CLAUSE.finditer(text, sentence.start, sentence.end):
        if match.end() > offset:
            return Span(start, match.start())
        start = match.end()
    return Span(start, sentence.end)


def _ends_in_a_clock(text: str, match: re.Match[str]) -> bool:
    """ "… kl. 18.30. En mand" ends a sentence although a number stands before the stop; "d. 3. maj" does not."""
    before = text[max(0, match.start() - 6) : match.start()]
    after = text[match.end() : match.end() + 12].lstrip()
    return bool(re.search(r"(?:\d[.:]\d\d|\d{3,}|/\d{1,2})$", before)) and after[:1].isupper()


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
