"""How well incidents that were read agree with labels made by hand: pairing, agreement per field, leaks."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rundbord.reading import Moment, ReadIncident

FIELDS = ("category", "start", "end", "town", "place")
_LEAST_AFFINITY = 3.0
_LEAKS = (
    r"\b\d{1,3}\s*-?\s*årig\w*",
    r"\bpå \d{1,2}(?:, \d{1,2})* og \d{1,2} år\b",
    r"\bi alderen \d{1,2}",
    r"\b(?:mand|kvinde|dreng|pige|person|bilist|chauffør|borger)\w* fra [A-ZÆØÅ]\w+",
    r"\b(?:rumænsk|polsk|svensk|norsk|litauisk|bulgarsk|tyrkisk|somalisk|syrisk|irakisk|afghansk|iransk|tysk)\w*\b",
    r"\b(?:dansk|arabisk|udenlandsk|østeuropæisk|afrikansk|mellemøstlig|etnisk)\w* (?:af )?udseende",
    r"\b\d{2,3}(?:-\d{2,3})? ?cm\b",
    r"\b\d{6}-?\d{4}\b",
    r"\b[A-ZÆØÅ]{2} ?\d{2} ?\d{3}\b",
    r"\b[A-ZÆØÅ][\wæøåÆØÅ.]*(?:vej|gade|allé|stræde|parken|vænget) \d{1,3}\w?\b",
)
"""What must never stand in a masked text: ages, home towns, origin, looks, numbers of people, cars and houses."""


@dataclass(frozen=True)
class Label:
    """What a reader of the report wrote down for one incident."""

    heading: str | None
    category: str
    town: str | None
    place: str | None
    start: str | None
    end: str | None
    reported: str | None

    @classmethod
    def of(cls, row: dict[str, str | None]) -> "Label":
        return cls(
            heading=row["heading"],
            category=row["category"] or "andet",
            town=row["municipality_or_town"],
            place=row["street_or_place"],
            start=row["start"],
            end=row["end"],
            reported=row["reported"],
        )


@dataclass(frozen=True)
class Pair:
    """A label and the incident that was read for it, if any."""

    label: Label
    incident: ReadIncident | None

    def agrees(self, field: str) -> bool | None:
        """Tell whether the field agrees; None where the label has no value or nothing was read."""
        wanted, incident = getattr(self.label, field), self.incident
        if incident is None or wanted is None:
            return None
        if field == "category":
            return bool(incident.category.value == wanted)
        if field in {"town", "place"}:
            return _same_place(wanted, getattr(incident, field))
        return wanted == _written(getattr(incident.times, field))


def paired(labels: Sequence[Label], incidents: Sequence[ReadIncident]) -> Iterator[Pair]:
    """Match one to one, best affinity first; a label without a match keeps None."""
    ranked = sorted(
        ((_affinity(label, read), i, j) for i, label in enumerate(labels) for j, read in enumerate(incidents)),
        key=lambda one: -one[0],
    )
    matches: dict[int, int] = {}
    for affinity, i, j in ranked:
        if affinity >= _LEAST_AFFINITY and i not in matches and j not in matches.values():
            matches[i] = j
    for i, label in enumerate(labels):
        yield Pair(label, incidents[matches[i]] if i in matches else None)


def leaks_in(incident: ReadIncident) -> list[str]:
    """Return the words about persons that the masking left standing."""
    shown = [part for part in (incident.masked, incident.masked_heading, incident.place) if part]
    return [match.group() for part in shown for pattern in _LEAKS for match in re.finditer(pattern, part)]


def _affinity(label: Label, read: ReadIncident) -> float:
    score = 2 * _alike(label.heading, read.masked_heading)
    for field in ("start", "end", "reported"):
        wanted, got = getattr(label, field), _written(getattr(read.times, field))
        if wanted and wanted == got:
            score += 2
        elif wanted and got and wanted[:10] == got[:10]:
            score += 0.5
    score += 3 * _same_place(label.place, read.place) + _same_place(label.town, read.town)
    return score + (label.category == read.category.value)


def _written(moment: Moment | None) -> str | None:
    return moment.written() if moment else None


def _folded(words: str | None) -> str:
    text = (words or "").lower().replace("århus", "aarhus").replace("allé", "alle")
    return re.sub(r"[^\wæøå]+", " ", text).strip()


def _alike(one: str | None, other: str | None) -> float:
    first, second = _folded(one), _folded(other)
    return difflib.SequenceMatcher(None, first, second).ratio() if first and second else 0.0


def _same_place(one: str | None, other: str | None) -> bool:
    first, second = _folded(one), _folded(other)
    return bool(first and second) and (first in second or second in first or _alike(one, other) >= 0.85)
