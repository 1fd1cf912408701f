"""Ages of things, such as a three-year plan: spelled out, so that they cannot be taken for a person's."""

from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.numerals import in_words
from rundbord.reading.persons.passage import Hit, Passage

_IN_FIGURES = late(r"\b(?P<figures>\d{1,3})\s*-?\s*(?=årig)")


def detect(passage: Passage) -> Iterator[Hit]:
    """ "3-årig aftale" becomes "treårig aftale"; persons' ages are gone when this runs."""
    for match in _IN_FIGURES.finditer(passage.text):
        yield Hit(FindingKind.AGE, match.start(), match.end(), in_words(int(match["figures"])))
