"""The guard: what in a typed text must not, or had better not, go into the picture."""

from collections.abc import Collection

from rundbord.reading.persons.detectors import GUARDING
from rundbord.reading.persons.examination import examine, replaced
from rundbord.reading.persons.finding import Finding
from rundbord.reading.persons.passage import Passage


def findings(text: str, *, places: Collection[str] = ()) -> tuple[Finding, ...]:
    """Everything in the text that could single out a person, in reading order, without overlap."""
    return examine(Passage(text=text, places=frozenset(places)), GUARDING)


def suggested_wording(text: str, *, places: Collection[str] = ()) -> str:
    """The text with each finding replaced by its suggestion."""
    return replaced(text, findings(text, places=places))
