"""End a shift — slut vagten: all are home, hours and counts are told to the parties, silence is a nil return."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.vocabulary import Audience
from rundbord.situation.actions import report_nothing
from rundbord.situation.models import Report
from rundbord.situation.queries import owes_report
from rundbord.streetwork.actions.working import must_be_out, note_overridden
from rundbord.streetwork.models import AreaVisit, RouteArea, Shift, ShiftReport, ShiftSheet, TeamMember
from rundbord.streetwork.rules.route import hours_of, stays

# Of reports that not all parties may read, not even the number is told.
_READ_BY_PARTIES = (Audience.PARTIES.value, Audience.PARTNERS.value)


@dataclass(frozen=True, kw_only=True)
class Ending:
    """The reporter's own sentence, and the counts of contacts as they shall stand."""

    words: str = ""
    new_contacts: int = 0
    continued_contacts: int = 0


def end_shift(shift: Shift, ending: Ending, *, overridden: Collection[str] = (), by: Actor) -> None:
    """End it once; what all parties may know is written only now, so that nobody could follow the team."""
    must_be_out(shift, by=by)
    now = timezone.now()
    told = ShiftReport.objects.filter(shift=shift, report__audience__in=_READ_BY_PARTIES).count()
    if not Shift.objects.filter(pk=shift.pk, ended_at=None).update(ended_at=now, told_observations=told):
        raise Refused("En anden på holdet har sluttet vagten. Dine ord står her endnu.")
    TeamMember.objects.filter(shift=shift, checked_out_at=None).update(checked_out_at=now, due_at=None)
    _tell_hours(shift, now)
    nil_report = _nil_return(shift, by=by)
    ShiftSheet.objects.filter(shift=shift).update(
        closing_words=ending.words.strip(),
        new_contacts=ending.new_contacts,
        continued_contacts=ending.continued_contacts,
        nil_report=nil_report,
    )
    audit.record(Event.SHIFT_ENDED, about=shift, by=by, details={"nil_return": nil_report is not None})
    note_overridden(overridden, about=shift, by=by)


def _nil_return(shift: Shift, *, by: Actor) -> Report | None:
    """Say for the unit that there was nothing, where it owes a report and the shift led to none."""
    is_silent = not ShiftReport.objects.filter(shift=shift).exists()
    return report_nothing(by=by) if is_silent and by.unit_id == shift.unit_id and owes_report(by) else None


def _tell_hours(shift: Shift, ended_at: datetime) -> None:
    """Write into the common route in which hours the team was in each area, those outside the plan included."""
    hours = _hours_by_area(shift, ended_at)
    planned = {each.area_id: each for each in RouteArea.objects.filter(shift=shift)}
    for area_id, told in hours.items():
        if area_id in planned:
            RouteArea.objects.filter(pk=planned[area_id].pk).update(hours=told)
    RouteArea.objects.bulk_create(_added(shift, hours, planned))


def _hours_by_area(shift: Shift, ended_at: datetime) -> dict[UUID, list[int]]:
    visits = AreaVisit.objects.filter(shift=shift).order_by("entered_at", "id")
    hours: dict[UUID, list[int]] = {}
    for stay in stays([(each.area_id, each.entered_at) for each in visits], ended_at=ended_at):
        told = hours.setdefault(stay.place, [])
        told += [hour for hour in hours_of(stay.entered_at, stay.left_at or ended_at) if hour not in told]
    return hours


def _added(shift: Shift, hours: dict[UUID, list[int]], planned: dict[UUID, RouteArea]) -> Iterator[RouteArea]:
    unplanned = (area_id for area_id in hours if area_id not in planned)
    for position, area_id in enumerate(unplanned, start=len(planned) + 1):
        yield RouteArea(
            partnership_id=shift.partnership_id,
            authority_id=shift.authority_id,
            audience=shift.audience,
            shift=shift,
            area_id=area_id,
            position=position,
            hours=hours[area_id],
        )
