"""CPR numbers: six digits of a date and four more, however they are spaced."""

from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.passage import Hit, Passage

# What is masked here is what `rundbord.keys` takes for a number: whatever can be kept can be found and masked.
SHAPE = r"\d{6}\s?[-–]?\s?\d{4}"
_SIX_FIGURES = late(r"\d{6}")
_CPR = late(rf"(?<![\d-]){SHAPE}(?![\d-])")


def detect(passage: Passage) -> Iterator[Hit]:
    """Ten digits in the shape of a CPR number; the date is not checked, since typing errors are common."""
    if not _SIX_FIGURES.search(passage.text):
        return
    for match in _CPR.finditer(passage.text):
        yield Hit(FindingKind.CPR, match.start(), match.end(), "[CPR-nummer fjernet]")
