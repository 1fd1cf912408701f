"""What reading a report gives back: incidents whose every field points to the words it came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from rundbord.reading.vocabulary import Category, FlagKind, Precision, Subcategory


class Unreadable(ValueError):
    """The source cannot be read as a report; `reason` says why in Danish."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, order=True)
class Span:
    """A stretch of the report's text, as character offsets."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


@dataclass(frozen=True)
class Moment:
    """A local Danish time, as exact as the source tells it."""

    at: datetime
    precision: Precision

    def written(self) -> str:
        """Return the time as ISO text: to the minute, or the date alone where no clock is known."""
        return self.at.strftime("%Y-%m-%dT%H:%M" if self.precision is Precision.MINUTE else "%Y-%m-%d")


@dataclass(frozen=True)
class Times:
    """When it began, when it ended at the latest, and when the police heard of it: three different things."""

    start: Moment | None = None
    end: Moment | None = None
    reported: Moment | None = None


@dataclass(frozen=True)
class Flag:
    """A contradiction in the source and the words that contradict."""

    kind: FlagKind
    span: Span


@dataclass(frozen=True)
class ReadIncident:
    """Incident — hændelse: one event as the report tells it; a person may correct all of it."""

    heading: str | None
    category: Category
    subcategory: Subcategory | None
    town: str | None
    place: str | None
    times: Times
    original: str
    masked: str
    masked_heading: str | None
    evidence: Mapping[str, tuple[Span, ...]]
    flags: tuple[Flag, ...]
    span: Span


@dataclass(frozen=True)
class Report:
    """A daily report — døgnrapport: its normalised text, the layout it was read by, and its incidents."""

    text: str
    layout: str
    incidents: tuple[ReadIncident, ...]
