"""A reader's edition of a picture: its lines, gathered into what the screens, the wall and the paper show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from rundbord.partnership.vocabulary import Audience
from rundbord.situation.rules.facts import (
    Account,
    AreaFacts,
    AreaGroup,
    Event,
    Source,
    TaskFacts,
    Words,
    account_of_line,
    area_of_events,
    area_of_line,
    event_of_line,
    source_of_line,
    task_of_line,
    words_of_line,
)
from rundbord.situation.rules.lines import Line
from rundbord.situation.rules.threads import ThreadGroup, thread_groups
from rundbord.situation.vocabulary import Change, EntryKind

MOST_ON_WALL = 7
_NOTHING_SHARED = "Parterne har ikke delt noget her med boligorganisationer og foreninger."


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What one reader sees of a picture."""

    lines: tuple[Line, ...]
    is_for_partners: bool = False

    @cached_property
    def summary(self) -> list[Words]:
        """The coordinators' words."""
        return [words_of_line(line) for line in self._of(EntryKind.SUMMARY)]

    @cached_property
    def priorities(self) -> list[Words]:
        """What matters in the next 24 hours."""
        return [words_of_line(line) for line in self._of(EntryKind.PRIORITIES)]

    @cached_property
    def missing(self) -> list[Source]:
        """Units that did not report by their newest deadline."""
        return [source_of_line(line) for line in self._of(EntryKind.SOURCE_MISSING)]

    @cached_property
    def awaited(self) -> list[Source]:
        """Units whose deadline is later the same day, whether or not they have been heard since the last picture."""
        lines = [*self._of(EntryKind.SOURCE_AWAITED), *self._of(EntryKind.SOURCE_RECEIVED)]
        return [source for source in map(source_of_line, lines) if source.awaited_at]

    @cached_property
    def received(self) -> list[Source]:
        """Units that have reported."""
        return [source_of_line(line) for line in self._of(EntryKind.SOURCE_RECEIVED)]

    @cached_property
    def incidents(self) -> list[Event]:
        """Facts that are told as incidents."""
        return [event for event in self.events if not event.is_observation]

    @cached_property
    def observations(self) -> list[Event]:
        """What was seen in the street, kept apart from the facts that police report."""
        return [event for event in self.events if event.is_observation]

    @cached_property
    def events(self) -> list[Event]:
        """All of them: what is new first, then by time."""
        accounts = self._accounts()
        lines = [*self._of(EntryKind.INCIDENT), *self._of(EntryKind.OBSERVATION)]
        return sorted(
            (event_of_line(line, accounts.get(line.incident_id, ())) for line in lines), key=_by_change_and_time
        )

    @cached_property
    def areas(self) -> list[AreaFacts]:
        """Areas with something to tell: those where most happened first, what lies outside of all last."""
        by_area: dict[str, list[Event]] = {}
        for event in self.events:
            by_area.setdefault(event.area_id, []).append(event)
        known = [
            area_of_line(line, by_area.pop(line.words("area_id"), []), hides=self.is_for_partners)
            for line in self._area_lines()
        ]
        rest = [area_of_events(events, hides=self.is_for_partners) for events in by_area.values()]
        return sorted([*known, *rest], key=lambda area: (not area.area_id, -len(area.events)))

    @cached_property
    def busy_areas(self) -> list[AreaFacts]:
        """Areas in which something has happened."""
        return [area for area in self.areas if not area.is_quiet]

    @property
    def busiest_areas(self) -> list[AreaFacts]:
        """The one area in which most has happened; none on a quiet day."""
        return [area for area in self.areas if area.events and area.area_id][:1]

    @cached_property
    def quiet_areas(self) -> list[AreaFacts]:
        """Areas from which there is nothing new."""
        return [area for area in self.areas if area.is_quiet]

    @property
    def incidents_by_area(self) -> list[AreaGroup]:
        """Incidents in the order of the areas."""
        return self._grouped(self.incidents)

    @property
    def observations_by_area(self) -> list[AreaGroup]:
        """Observations in the order of the areas."""
        return self._grouped(self.observations)

    @property
    def newest_events(self) -> list[Event]:
        """The newest first, as many as can be read from six metres."""
        return sorted(self.events, key=_by_time, reverse=True)[:MOST_ON_WALL]

    @property
    def no_incidents(self) -> str:
        """Say why there are none, without telling partners of what they may not read."""
        return _NOTHING_SHARED if self.is_for_partners else "Ingen hændelser er nye, ændrede eller afsluttede."

    @property
    def no_observations(self) -> str:
        """Say why there are none."""
        return _NOTHING_SHARED if self.is_for_partners else "Ingen observationer er nye eller ændrede."

    @cached_property
    def tasks(self) -> list[TaskFacts]:
        """Earlier decisions, overdue ones first."""
        return [task_of_line(line) for line in self._of(EntryKind.TASK)]

    @cached_property
    def threads(self) -> list[ThreadGroup]:
        """What is followed beside the day's incidents, by kind."""
        return thread_groups(self.lines)

    def count(self, change: Change) -> int:
        """Count the events with a change."""
        return sum(event.change == change for event in self.events)

    @property
    def new(self) -> int:
        """Count what is new."""
        return self.count(Change.NEW)

    @property
    def changed(self) -> int:
        """Count what has changed, withdrawals included."""
        return self.count(Change.CHANGED) + self.count(Change.WITHDRAWN)

    @property
    def closed(self) -> int:
        """Count what is over."""
        return self.count(Change.CLOSED)

    @property
    def unconfirmed(self) -> int:
        """Count what nobody has confirmed yet."""
        return sum(not event.is_confirmed for event in self.events)

    def _grouped(self, events: Sequence[Event]) -> list[AreaGroup]:
        groups = (AreaGroup.of(area, events) for area in self.areas)
        return [group for group in groups if group.events]

    def _of(self, kind: EntryKind) -> list[Line]:
        return [line for line in self.lines if line.kind == kind]

    def _area_lines(self) -> list[Line]:
        # Partners have area lines of their own, with small counts hidden; parties count what they see.
        return [
            line for line in self._of(EntryKind.AREA) if (line.audience == Audience.PARTNERS) == self.is_for_partners
        ]

    def _accounts(self) -> dict[UUID | None, Sequence[Account]]:
        accounts: dict[UUID | None, list[Account]] = {}
        for line in self._of(EntryKind.ACCOUNT):
            accounts.setdefault(line.incident_id, []).append(account_of_line(line))
        return dict(accounts)


def edition_of(lines: Iterable[Line], *, is_for_partners: bool = False) -> Edition:
    """Make the edition of whoever may read these lines."""
    return Edition(lines=tuple(lines), is_for_partners=is_for_partners)


def _by_time(event: Event) -> float:
    return event.occurred_at.timestamp() if event.occurred_at else 0.0


def _by_change_and_time(event: Event) -> tuple[int, float]:
    return list(Change).index(event.change), _by_time(event)
