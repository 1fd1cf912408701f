"""Danish phone numbers in every usual grouping, and foreign ones with a country code."""

import re
from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.passage import Hit, Passage

_EIGHT_DIGITS = (
    r"(?:[2-9]\d(?P<gap>[ .\-  ])\d\d(?P=gap)\d\d(?P=gap)\d\d|[2-9]\d{3}[  -]\d{4}|[2-9]\d{7}"
    r"|[2-9]\d{2}[  -]\d{2}[  -]\d{3}|[2-9]\d \d{3} \d{3}|[2-9]\d \d\d \d{4})"
)
_DANISH = late(rf"(?<![\d/,+-])(?<!\d[ .])(?:(?:\+|00)\s?45[ -]?)?{_EIGHT_DIGITS}(?![\d/]|[ .,-]\d)")
_WITH_COUNTRY_CODE = late(r"(?<!\d)(?:\+|00)[1-9]\d{0,2}(?:[ ()-]{0,2}\d){6,12}(?!\d)")
_AFTER_CUE = late(
    r"\b(?:tlf|tlfnr|telefon|telefonnummer|telefonnr|mobil|mobilnummer|mobilnr|mobilen|ring "
    r"til|ring på|sms til)\b[.:]?\s?(?:nr\.?|nummer)?:?\s?"
    r"(?P<number>\d(?:[ .-]?\d){5,10})(?!\d)",
    re.IGNORECASE,
)
_CASE_NUMBER = late(
    r"(?:sags?nr|sagsnummer|sag|j\.?nr|journalnr|journalnummer|cvr|cvr-nr|cvr-nummer|ean|p-nr|p-nummer"
    r"|konto|faktura|regning|rekvisition|opgave|billet|ordre|kvittering)\.?:?\s?(?:nr\.?:?\s?)?\Z",
    re.IGNORECASE,
)
_YEARS = late(r"(?:19|20)\d\d[ -](?:19|20)\d\d")
_CLOCK_TIMES = late(r"(?:[01]\d|2[0-4])[0-5]\d ?- ?(?:[01]\d|2[0-4])[0-5]\d")
_COMPACT_DATE = late(r"20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_SEVERAL_FIGURES = late(r"\d[\d .()-]{4,}\d")
_SUGGESTION = "[telefonnummer fjernet]"


def detect(passage: Passage) -> Iterator[Hit]:
    """Phone numbers; case numbers, years, dates and clock times in the same shape are left."""
    text = passage.text
    if not _SEVERAL_FIGURES.search(text):
        return
    for match in _DANISH.finditer(text):
        if not _is_something_else(match):
            yield Hit(FindingKind.PHONE, match.start(), match.end(), _SUGGESTION)
    for match in _WITH_COUNTRY_CODE.finditer(text):
        yield Hit(FindingKind.PHONE, match.start(), match.end(), _SUGGESTION)
    for match in _AFTER_CUE.finditer(text):
        yield Hit(FindingKind.PHONE, match.start("number"), match.end("number"), _SUGGESTION)


def _is_something_else(match: re.Match[str]) -> bool:
    shapes = (_YEARS, _CLOCK_TIMES, _COMPACT_DATE)
    before = match.string[max(0, match.start() - 20) : match.start()]
    return any(shape.fullmatch(match[0]) for shape in shapes) or bool(_CASE_NUMBER.search(before))
