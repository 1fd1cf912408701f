"""Planning: a programme, its courses and their days, and what is told when a course is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.programmes.models import Cohort, CourseDay, Participant, Programme
from rundbord.programmes.rules import objections_to_cohort, objections_to_day, told_pair
from rundbord.programmes.vocabulary import Ending

_TWICE = {"course_day_once": {"day": "Holdet mødes allerede den dag."}}


@dataclass(frozen=True, kw_only=True)
class CohortTerms:
    """What a course is called, when it runs and how many can join."""

    name: str
    starts_on: date
    ends_on: date
    places: int


def open_programme(name: str, *, purpose: str = "", by: Actor) -> Programme:
    """Open a programme of the own unit."""
    by.must(Permission.RUN_PROGRAMMES)
    programme = Programme.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=_unit_of(by),
        name=name,
        purpose=purpose,
        opened_at=timezone.now(),
    )
    audit.record(Event.PROGRAMME_OPENED, about=programme, by=by)
    return programme


def plan_cohort(programme: Programme, terms: CohortTerms, *, by: Actor) -> Cohort:
    """Plan a course of an own programme."""
    by.must(Permission.RUN_PROGRAMMES)
    must_be_own(programme.unit_id, by)
    if reasons := objections_to_cohort(starts_on=terms.starts_on, ends_on=terms.ends_on, places=terms.places):
        raise Refused(reasons)
    cohort = Cohort.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=_unit_of(by),
        programme=programme,
        **vars(terms),
    )
    audit.record(Event.COHORT_PLANNED, about=cohort, by=by, details={"places": terms.places})
    return cohort


def add_course_day(cohort: Cohort, day: date, *, title: str = "", by: Actor) -> CourseDay:
    """Add a day on which the course meets."""
    by.must(Permission.RUN_PROGRAMMES)
    must_be_own(cohort.unit_id, by)
    is_taken = CourseDay.objects.filter(cohort=cohort, day=day).exists()
    if reasons := objections_to_day(day, starts_on=cohort.starts_on, ends_on=cohort.ends_on, is_taken=is_taken):
        raise Refused(reasons)
    with refusing_collisions(_TWICE):
        added = CourseDay.objects.create(
            partnership_id=by.table,
            authority_id=by.authority_id,
            unit_id=_unit_of(by),
            cohort=cohort,
            day=day,
            title=title,
        )
    audit.record(Event.COURSE_DAY_ADDED, about=cohort, by=by)
    return added


def close_cohort(cohort: Cohort, *, by: Actor) -> None:
    """Close a course, and tell all parties how many took part and completed; never a number under five."""
    by.must(Permission.RUN_PROGRAMMES)
    must_be_own(cohort.unit_id, by)
    standing = Cohort.objects.select_for_update().get(pk=cohort.pk)
    if standing.closed_at is not None:
        raise Refused("Holdet er allerede afsluttet.")
    part = Participant.objects.filter(cohort=cohort)
    taken, completed = part.count(), part.filter(ending=Ending.COMPLETED).count()
    standing.told_taken, standing.told_completed = told_pair(taken, completed)
    standing.closed_at = timezone.now()
    standing.save(update_fields=["told_taken", "told_completed", "closed_at"])
    audit.record(Event.COHORT_CLOSED, about=cohort, by=by)


def must_be_own(unit_id: UUID, by: Actor) -> None:
    """Refuse what another unit runs."""
    if unit_id != by.unit_id:
        raise Refused("Forløbet føres af en anden enhed.")


def _unit_of(by: Actor) -> UUID:
    if by.unit_id is None:
        raise Refused("Du hører ikke til en enhed.")
    return by.unit_id
