"""Start a shift — start vagten: one tap; whoever taps is checked in, the others are expected. Or cancel it."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.streetwork.actions.working import must_work
from rundbord.streetwork.models import Shift, ShiftSheet, TeamMember
from rundbord.streetwork.rules.planning import objections_to_start
from rundbord.streetwork.rules.safety import due_after

_STARTED_BY_ANOTHER = "En anden på holdet var først. Vagten er i gang eller aflyst."


def start_shift(shift: Shift, *, by: Actor) -> None:
    """Begin it now; of two who tap at once the second learns that it runs."""
    must_work(shift, by=by)
    now = timezone.now()
    if objections := objections_to_start(planned_from=shift.planned_from, state=shift.state_at(now), now=now):
        raise Refused(objections[0])
    if not Shift.objects.filter(pk=shift.pk, started_at=None, cancelled_at=None).update(started_at=now):
        raise Refused(_STARTED_BY_ANOTHER)
    interval = ShiftSheet.objects.values_list("interval_minutes", flat=True).get(shift=shift)
    team = TeamMember.objects.filter(shift=shift)
    team.update(due_at=due_after(now, interval))
    team.filter(user_id=by.user_id).update(checked_in_at=now, heard_at=now)
    audit.record(Event.SHIFT_STARTED, about=shift, by=by)


def cancel_shift(shift: Shift, *, by: Actor) -> None:
    """Call off a shift that has not begun; it stays in the list as cancelled."""
    must_work(shift, by=by)
    cancelled = Shift.objects.filter(pk=shift.pk, started_at=None, cancelled_at=None).update(
        cancelled_at=timezone.now()
    )
    if not cancelled:
        raise Refused(_STARTED_BY_ANOTHER)
    audit.record(Event.SHIFT_CANCELLED, about=shift, by=by)
