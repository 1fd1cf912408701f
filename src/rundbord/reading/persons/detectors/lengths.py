"""Lengths in centimetres that are not a person's: a knife, snow; spelled out, since "cm" marks a description."""

from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.passage import Hit, Passage

_LENGTH = late(r"\b(?P<figures>\d{2,3}(?:-\d{2,3})?) ?cm\b")


def detect(passage: Passage) -> Iterator[Hit]:
    """ "20 cm" becomes "20 centimeter"; persons' heights are gone when this runs."""
    for match in _LENGTH.finditer(passage.text):
        yield Hit(FindingKind.LOOKS, match.start(), match.end(), f"{match['figures']} centimeter")
