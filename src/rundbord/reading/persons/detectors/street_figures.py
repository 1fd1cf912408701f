"""Figures right after a street's name: a comma keeps post codes, times and counts from reading as house numbers."""

from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.passage import Hit, Passage

_STREET_THEN_FIGURE = late(r"(?<=vej|ade|llé|æde|ken|get)(?P<gap> )(?=\d)")
_NAME = late(r"\b[A-ZÆØÅ][\wæøåÆØÅ.]*(?:vej|gade|allé|stræde|parken|vænget)\Z|(?:\A|\s)(?:Vej|Gade|Allé)\Z")


def detect(passage: Passage) -> Iterator[Hit]:
    """The blank between street and figure, to be exchanged for a comma and a blank."""
    for match in _STREET_THEN_FIGURE.finditer(passage.text):
        if _NAME.search(passage.text[max(0, match.start() - 40) : match.start()]):
            yield Hit(FindingKind.HOUSE_NUMBER, match.start("gap"), match.end("gap"), ", ")
