"""What a picture tells, each kind of line read into a fact with its Danish words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from rundbord.partnership.vocabulary import AreaStatus, Audience
from rundbord.situation.rules.lines import Line
from rundbord.situation.rules.small_counts import FEWEST_SHOWN
from rundbord.situation.rules.time_words import span_in_words
from rundbord.situation.vocabulary import Basis, Category, Change, EntryKind, GroupSize, Mood, SourceKind
from rundbord.vocabulary import label_of

NO_AREA = "Uden for områderne"
_MARKS = {
    Change.NEW: "new",
    Change.CHANGED: "changed",
    Change.CLOSED: "closed",
    Change.WITHDRAWN: "closed",
    Change.KNOWN: "neutral",
}


def _in_words(count: int | None) -> str:
    return f"færre end {FEWEST_SHOWN}" if count is None else str(count)


@dataclass(frozen=True, kw_only=True)
class Words:
    """A coordinator's own text."""

    text: str
    audience: str
    by: str
    at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Source:
    """A unit that has reported, or should have."""

    unit: str
    authority: str
    last_heard_at: datetime | None
    silent_on: tuple[date, ...]
    expected_by: str
    awaited_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Account:
    """One source's own words on an event."""

    text: str
    source: str
    unit: str
    authority: str
    basis: str
    group: str
    mood: str
    audience: str
    reported_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Event:
    """An incident, or an observation from the street, as this edition tells it."""

    incident_id: UUID | None
    is_observation: bool
    heading: str
    category: str
    change: Change
    is_confirmed: bool
    when: str
    occurred_at: datetime | None
    area_id: str
    area: str
    place: str
    lat: float | None
    lon: float | None
    audience: str
    accounts: tuple[Account, ...]

    @property
    def change_mark(self) -> str:
        """Give the mark's look."""
        return _MARKS[self.change]

    @property
    def told_accounts(self) -> list[Account]:
        """List the accounts with words."""
        return [account for account in self.accounts if account.text]

    @property
    def is_narrow(self) -> bool:
        """Tell whether not all parties read the line."""
        return self.audience not in {Audience.PARTIES, Audience.PARTNERS}

    @property
    def audience_label(self) -> str:
        """Name the readers."""
        return label_of(Audience, self.audience)


@dataclass(frozen=True, kw_only=True)
class AreaFacts:
    """An area: what police and SSP say of it, and what has happened there; a count of None is hidden."""

    area_id: str
    name: str
    status_code: str
    status: str
    police: str
    ssp: str
    incidents: int | None
    observations: int | None
    events: tuple[Event, ...]

    @property
    def standing(self) -> str:
        """Tell the status where police and SSP say the same, else what each says."""
        if self.status or not (self.police or self.ssp):
            return self.status
        return f"Politi: {self.police or 'ikke vurderet'}, SSP: {self.ssp or 'ikke vurderet'}"

    @property
    def incidents_in_words(self) -> str:
        """Write the count as this edition may show it."""
        return _in_words(self.incidents)

    @property
    def observations_in_words(self) -> str:
        """Write the count as this edition may show it."""
        return _in_words(self.observations)

    @property
    def anchor(self) -> str:
        """Name the area's place on a page."""
        return self.area_id or "uden"

    @property
    def shows_observations_first(self) -> bool:
        """Tell whether the area appears on the page for the first time among the observations."""
        return all(event.is_observation for event in self.events)

    @property
    def is_quiet(self) -> bool:
        """Tell whether there is nothing to tell of the area, or too little to be told."""
        return not self.events and not self.incidents and not self.observations


@dataclass(frozen=True, kw_only=True)
class AreaGroup:
    """Events of one sort in one area, under its name."""

    name: str
    html_id: str
    events: tuple[Event, ...]

    @classmethod
    def of(cls, area: AreaFacts, events: Sequence[Event]) -> AreaGroup:
        """Take the area's own; the first group of an area on the page bears its address."""
        own = tuple(event for event in area.events if event in events)
        is_first = bool(own) and own[0].is_observation == area.shows_observations_first
        return cls(name=area.name, html_id=f"omraade-{area.anchor}" if is_first else "", events=own)


@dataclass(frozen=True, kw_only=True)
class TaskFacts:
    """An earlier decision and how it stands."""

    what: str
    owner: str
    due_on: date | None
    outcome: str
    is_closed: bool
    is_overdue: bool


def words_of_line(line: Line) -> Words:
    """Read a coordinator's text."""
    return Words(text=line.words("text"), audience=line.audience, by=line.words("by"), at=line.moment("at"))


def source_of_line(line: Line) -> Source:
    """Read a source."""
    return Source(
        unit=line.words("unit"),
        authority=line.words("authority"),
        last_heard_at=line.moment("last_heard_at"),
        silent_on=tuple(date.fromisoformat(day) for day in line.content.get("silent_on", ())),
        expected_by=line.words("expected_by"),
        awaited_at=line.moment("awaited_at"),
    )


def account_of_line(line: Line) -> Account:
    """Read a source's own words."""
    return Account(
        text=line.words("text"),
        source=label_of(SourceKind, line.words("source")),
        unit=line.words("unit"),
        authority=line.words("authority"),
        basis=label_of(Basis, line.words("basis")),
        group=label_of(GroupSize, line.words("group")),
        mood=label_of(Mood, line.words("mood")),
        audience=line.audience,
        reported_at=line.moment("reported_at"),
    )


def event_of_line(line: Line, accounts: Sequence[Account]) -> Event:
    """Read an incident or an observation, with the words of its sources."""
    return Event(
        incident_id=line.incident_id,
        is_observation=line.kind == EntryKind.OBSERVATION,
        heading=line.words("heading"),
        category=label_of(Category, line.words("category")),
        change=Change(line.words("change")),
        is_confirmed=bool(line.content.get("is_confirmed")),
        when=span_in_words(
            line.moment("starts_at"),
            line.moment("ends_at"),
            starts_precision=line.words("starts_precision"),
            ends_precision=line.words("ends_precision"),
        ),
        occurred_at=line.moment("occurred_at"),
        area_id=line.words("area_id"),
        area=line.words("area"),
        place=line.words("place"),
        lat=line.content.get("lat"),
        lon=line.content.get("lon"),
        audience=line.audience,
        accounts=tuple(accounts),
    )


def area_of_line(line: Line, events: Sequence[Event], *, hides: bool) -> AreaFacts:
    """Read an area's status; the counts are those of its events unless small ones are hidden."""
    counts = {"incidents": line.content.get("incidents"), "observations": line.content.get("observations")}
    return AreaFacts(
        area_id=line.words("area_id"),
        name=line.words("area"),
        status_code=line.words("status"),
        status=label_of(AreaStatus, line.words("status")),
        police=label_of(AreaStatus, line.words("police")),
        ssp=label_of(AreaStatus, line.words("ssp")),
        events=tuple(events),
        **(counts if hides else _exact(events)),
    )


def area_of_events(events: Sequence[Event], *, hides: bool) -> AreaFacts:
    """Make an area of events alone: one without a status, or none at all."""
    counts = {"incidents": None, "observations": None} if hides else _exact(events)
    name = events[0].area or NO_AREA
    return AreaFacts(
        area_id=events[0].area_id,
        name=name,
        status_code="",
        status="",
        police="",
        ssp="",
        events=tuple(events),
        **counts,
    )


def _exact(events: Sequence[Event]) -> dict[str, int]:
    observations = sum(event.is_observation for event in events)
    return {"incidents": len(events) - observations, "observations": observations}


def task_of_line(line: Line) -> TaskFacts:
    """Read an earlier decision."""
    return TaskFacts(
        what=line.words("what"),
        owner=line.words("owner"),
        due_on=line.day("due_on"),
        outcome=line.words("outcome"),
        is_closed=bool(line.content.get("is_closed")),
        is_overdue=bool(line.content.get("is_overdue")),
    )
