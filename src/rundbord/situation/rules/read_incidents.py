"""From an incident as reading understood it to the columns of a report: precision in our words, times in UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from rundbord.reading import FlagKind, Moment, Precision, ReadIncident
from rundbord.reading.persons import mask
from rundbord.situation.rules.period import DENMARK
from rundbord.situation.vocabulary import Category, PointPrecision, TimePrecision

Columns = dict[str, Any]

_PRECISION = {
    Precision.MINUTE: TimePrecision.MINUTE,
    Precision.PART_OF_DAY: TimePrecision.PART_OF_DAY,
    Precision.DATE: TimePrecision.DATE,
    Precision.UNKNOWN: TimePrecision.DATE,
}
FIELDS = {
    "category": "Kategori",
    "start": "Start",
    "end": "Slut",
    "reported": "Anmeldt",
    "place": "Sted",
    "town": "By",
    "heading": "Overskrift",
}

COLUMNS = {
    "heading": "Overskrift",
    "text": "Tekst",
    "category": "Kategori",
    "starts_at": "Start",
    "starts_precision": "Start er kendt som",
    "ends_at": "Slut",
    "ends_precision": "Slut er kendt som",
    "reported_at": "Anmeldt",
    "place_text": "Sted",
    "town": "By",
    "area": "Område",
}


def columns_of(incident: ReadIncident) -> Columns:
    """Give what a report keeps of an incident: masked words, never the original's."""
    times = incident.times
    category = Category(incident.category.value)
    return {
        "category": category.value,
        "subcategory": incident.subcategory.value if incident.subcategory else "",
        "heading": (incident.masked_heading or category.label)[:200],
        "text": incident.masked,
        "starts_at": _moment(times.start),
        "ends_at": _moment(times.end),
        "starts_precision": _precision(times.start),
        "ends_precision": _precision(times.end),
        "reported_at": _moment(times.reported),
        "place_text": _masked_name(incident.place)[:160],
        "town": _masked_name(incident.town)[:80],
        "point_precision": _place_precision(incident),
    }


def evidence_of(incident: ReadIncident) -> dict[str, list[list[int]]]:
    """Give the offsets of the words that each field came from, as rows keep them."""
    return {field: [[span.start, span.end] for span in spans] for field, spans in incident.evidence.items()}


def flag_in_words(kind: str, words: str) -> str:
    """Say a contradiction in plain Danish, with the words that contradict."""
    return f"{FlagKind(kind).label}: »{words.strip()}«"


def _moment(moment: Moment | None) -> datetime | None:
    return moment.at.replace(tzinfo=DENMARK).astimezone(UTC) if moment else None


def _precision(moment: Moment | None) -> str:
    return _PRECISION[moment.precision].value if moment else ""


def _masked_name(name: str | None) -> str:
    return mask(name, places=frozenset({name})) if name else ""


def _place_precision(incident: ReadIncident) -> str:
    if incident.place:
        return PointPrecision.STREET.value
    return PointPrecision.TOWN.value if incident.town else ""
