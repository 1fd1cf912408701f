"""The day of one user: the newest picture, the one on its way, what waits, what is due and what was decided."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.partnership.models import ReportingDuty
from rundbord.situation.models import Picture, Section
from rundbord.situation.queries.draft_sources import standings
from rundbord.situation.queries.picture_periods import newest_picture
from rundbord.situation.queries.pictures import glance_at
from rundbord.situation.rules.edition import Edition
from rundbord.situation.rules.period import next_due_after, period_since
from rundbord.situation.rules.sources import Standing
from rundbord.situation.vocabulary import SectionKind
from rundbord.tasks.queries import DayOfTasks, TaskRow, tasks_of_the_day
from rundbord.today.queries import about_persons as persons
from rundbord.today.queries import at_the_table as table
from rundbord.today.queries import in_offices as offices
from rundbord.today.queries.waiting import Asked, Waiting, what_waits

MOST_TASKS, MOST_DECISIONS = 5, 4

Standings = list[tuple[ReportingDuty, Standing]]


@dataclass(frozen=True, kw_only=True)
class Glance:
    """The newest picture in three facts; the reader's own edition."""

    picture: Picture
    edition: Edition


@dataclass(frozen=True, kw_only=True)
class Preparation:
    """The picture on its way: when it is due, who is still silent, which sections are written."""

    number: int
    due_at: datetime
    is_late: bool
    missing: list[ReportingDuty]
    awaited: list[ReportingDuty]
    written: frozenset[str]

    @property
    def has_summary(self) -> bool:
        """Tell whether the coordinators' words are there."""
        return SectionKind.SUMMARY in self.written

    @property
    def has_priorities(self) -> bool:
        """Tell whether the priorities are there."""
        return SectionKind.PRIORITIES in self.written


@dataclass(frozen=True, kw_only=True)
class Day:
    """All of it; what a role has no part in is None or empty."""

    now: datetime
    glance: Glance | None
    preparation: Preparation | None
    owed: ReportingDuty | None
    waiting: list[Waiting]
    due: list[TaskRow]
    decided: list[TaskRow]


def day_of(actor: Actor) -> Day:
    """Gather the day; nothing is asked that the role may not see."""
    now = timezone.now()
    newest = newest_picture() if actor.may(Permission.READ_PICTURE) else None
    reported = _standings(actor, newest, now)
    tasks = _tasks(actor)
    return Day(
        now=now,
        glance=_glance(newest, actor),
        preparation=_preparation(actor, newest, reported, now),
        owed=_owed(actor, reported),
        waiting=what_waits(chain.from_iterable(source(actor) for source in _SOURCES)),
        due=tasks.due,
        decided=tasks.decided,
    )


def _glance(newest: Picture | None, actor: Actor) -> Glance | None:
    return Glance(picture=newest, edition=glance_at(newest, actor=actor)) if newest else None


def _standings(actor: Actor, newest: Picture | None, now: datetime) -> Standings:
    is_asked = actor.may(Permission.EDIT_PICTURE) or actor.may(Permission.REPORT)
    if actor.is_place or actor.partnership_id is None or not is_asked:
        return []
    return standings(period_since(newest.covers_to if newest else None, now=now))


def _preparation(actor: Actor, newest: Picture | None, reported: Standings, now: datetime) -> Preparation | None:
    if not actor.may(Permission.EDIT_PICTURE) or actor.partnership_id is None:
        return None
    period = period_since(newest.covers_to if newest else None, now=now)
    due_at = next_due_after(period.starts_at)
    return Preparation(
        number=(newest.number or 0) + 1 if newest else 1,
        due_at=due_at,
        is_late=due_at < now,
        missing=[duty for duty, standing in reported if standing.is_missing],
        awaited=[duty for duty, standing in reported if standing.awaited_at and not standing.is_missing],
        written=_written(),
    )


def _written() -> frozenset[str]:
    sections = Section.objects.filter(picture__published_at=None).order_by("kind", "audience", "-version")
    newest = sections.distinct("kind", "audience").values_list("kind", "text")
    return frozenset(kind for kind, text in newest if text.strip())


def _owed(actor: Actor, reported: Standings) -> ReportingDuty | None:
    """Find the own unit's duty where something is still owed today."""
    if not actor.may(Permission.REPORT):
        return None
    own = ((duty, standing) for duty, standing in reported if duty.unit_id == actor.unit_id)
    return next((duty for duty, standing in own if standing.is_missing or standing.awaited_at), None)


def _tasks(actor: Actor) -> DayOfTasks:
    if not actor.may(Permission.SEE_TASKS):
        return DayOfTasks(due=[], decided=[])
    return tasks_of_the_day(actor, on=timezone.localdate(), most_due=MOST_TASKS, most_decided=MOST_DECISIONS)


_SOURCES: tuple[Callable[[Actor], Iterable[Asked]], ...] = (
    *(table.teams, persons.interventions, table.reports, table.mapping, table.releases, persons.grounds),
    *(persons.files, persons.told, persons.thresholds, table.meetings, offices.breach_notes, offices.overrides),
    *(offices.people, persons.exits, offices.agreement, offices.controls, offices.rights, offices.open_breaches),
    *(persons.emergencies, offices.orders),
)
