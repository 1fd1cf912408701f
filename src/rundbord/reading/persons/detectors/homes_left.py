"""What still reads as a home town: "mandskab fra Falck", "mandag fra Randers", "personer fra Aarhus Kommune"."""

from collections.abc import Iterator

from rundbord.reading.late import late
from rundbord.reading.persons.finding import FindingKind
from rundbord.reading.persons.passage import Hit, Passage

_FROM = late(r"\b(?P<word>(?:mand|kvinde|dreng|pige|person|bilist|chauffør|borger)\w*)(?P<link> fra )(?=[A-ZÆØÅ]\w)")


def detect(passage: Passage) -> Iterator[Hit]:
    """Other links keep what an employer, a weekday or a car has to do with the place."""
    for match in _FROM.finditer(passage.text):
        yield Hit(
            FindingKind.HOME, match.start("link"), match.end("link"), ", fra " if match["word"] == "mandag" else " ved "
        )
