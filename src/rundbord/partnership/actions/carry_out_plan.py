"""The yearly plan: its words, its numbered measures, how far they are, and what was held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Max
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.partnership.models import Activity, FocusPoint, Measure, Plan
from rundbord.partnership.queries.governance import partnership
from rundbord.partnership.vocabulary import MeasureStatus

YEAR_TAKEN = "Der er allerede en plan for det år."
NUMBER_TAKEN = "En anden har netop tilføjet et tiltag. Prøv igen."
OWNERS_ONLY = "Kun den part, der ejer tiltaget, og sekretariatet kan melde om det."
IN_FUTURE = "Aktiviteten er ikke holdt endnu."
OTHER_YEAR = "Dagen ligger ikke i planens år."
_YEAR_TAKEN_MEANWHILE = {"plan_once_a_year": {"year": YEAR_TAKEN}}
_NUMBER_TAKEN_MEANWHILE = {"measure_number_once": {"title": NUMBER_TAKEN}}


@dataclass(frozen=True, kw_only=True)
class MeasureTerms:
    """What will be done, by which unit, and how much of it."""

    title: str
    text: str
    owner: Unit
    focus_point: FocusPoint | None
    target: int | None
    counted: str


def make_plan(*, year: int, focus_places: str, target_groups: str, overridden: list[str], by: Actor) -> Plan:
    """Begin a year's plan."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    with refusing_collisions(_YEAR_TAKEN_MEANWHILE):
        plan = Plan.objects.create(
            partnership=partnership(), year=year, focus_places=focus_places, target_groups=target_groups
        )
    audit.record(Event.PLAN_CHANGED, about=plan, by=by, details={"year": year})
    audit.record_overriding(overridden, about=plan, by=by)
    return plan


def change_plan(plan: Plan, *, focus_places: str, target_groups: str, overridden: list[str], by: Actor) -> None:
    """Say anew where the plan applies and for whom."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    Plan.objects.filter(pk=plan.pk).update(focus_places=focus_places, target_groups=target_groups)
    audit.record(Event.PLAN_CHANGED, about=plan, by=by, details={"year": plan.year})
    audit.record_overriding(overridden, about=plan, by=by)


def add_measure(plan: Plan, terms: MeasureTerms, *, overridden: list[str], by: Actor) -> Measure:
    """Add a measure with the next number."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    last = Measure.objects.filter(plan=plan).aggregate(last=Max("number"))["last"] or 0
    with refusing_collisions(_NUMBER_TAKEN_MEANWHILE):
        measure = Measure.objects.create(
            partnership_id=plan.partnership_id,
            plan=plan,
            number=last + 1,
            status=MeasureStatus.PLANNED,
            **_columns(terms),
        )
    audit.record(Event.MEASURE_SET, about=measure, by=by, details={"number": measure.number})
    audit.record_overriding(overridden, about=measure, by=by)
    return measure


def change_measure(measure: Measure, terms: MeasureTerms, *, overridden: list[str], by: Actor) -> None:
    """Change a measure; its number stays."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    Measure.objects.filter(pk=measure.pk).update(**_columns(terms))
    audit.record(Event.MEASURE_SET, about=measure, by=by, details={"number": measure.number})
    audit.record_overriding(overridden, about=measure, by=by)


def set_measure_status(measure: Measure, status: MeasureStatus, *, by: Actor) -> None:
    """Say how far a measure is: the owner's authority, or the secretariat."""
    _must_own(measure, by)
    Measure.objects.filter(pk=measure.pk).update(status=status)
    audit.record(Event.MEASURE_SET, about=measure, by=by, details={"status": status.value})


def count_activity(
    measure: Measure, *, held_on: date, count: int, text: str, overridden: list[str], by: Actor
) -> Activity:
    """Note that something was held; a measure that was only planned is now under way."""
    _must_own(measure, by)
    if held_on > timezone.localdate():
        raise Refused({"held_on": [IN_FUTURE]})
    if held_on.year != measure.plan.year:
        raise Refused({"held_on": [OTHER_YEAR]})
    activity = Activity.objects.create(
        partnership_id=measure.partnership_id,
        authority_id=by.authority_id,
        measure=measure,
        held_on=held_on,
        count=count,
        text=text,
    )
    Measure.objects.filter(pk=measure.pk, status=MeasureStatus.PLANNED).update(status=MeasureStatus.RUNNING)
    audit.record(Event.ACTIVITY_COUNTED, about=measure, by=by, details={"count": count})
    audit.record_overriding(overridden, about=measure, by=by)
    return activity


def strike_activity(activity: Activity, *, by: Actor) -> None:
    """Take back an activity that the own authority noted."""
    by.must(Permission.FINISH_TASK)
    if activity.authority_id != by.authority_id:
        raise Refused("Kun den myndighed, der noterede aktiviteten, kan slette den.")
    audit.record(Event.ACTIVITY_STRUCK, about=activity.measure, by=by, details={"count": activity.count})
    Activity.objects.filter(pk=activity.pk).delete()


def _must_own(measure: Measure, by: Actor) -> None:
    by.must(Permission.FINISH_TASK)
    if measure.owner.authority_id != by.authority_id and not by.may(Permission.GOVERN_PARTNERSHIP):
        raise Refused(OWNERS_ONLY)


def _columns(terms: MeasureTerms) -> dict[str, object]:
    return {name: getattr(terms, name) for name in MeasureTerms.__dataclass_fields__}
