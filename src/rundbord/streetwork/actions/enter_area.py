"""Enter an area — kom til et område: one tap builds the route that was really gone."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.audit import Event
from rundbord.partnership.models import Area
from rundbord.streetwork.actions.working import must_be_out
from rundbord.streetwork.models import AreaVisit, Shift


def enter_area(shift: Shift, area: Area, *, by: Actor) -> None:
    """Note that the team is there from now on; where it is already, nothing is added."""
    must_be_out(shift, by=by)
    newest = AreaVisit.objects.filter(shift=shift).order_by("-entered_at", "-id").first()
    if newest is not None and newest.area_id == area.pk:
        return
    AreaVisit.objects.create(
        partnership_id=shift.partnership_id,
        authority_id=by.authority_id,
        shift=shift,
        area=area,
        entered_at=timezone.now(),
    )
    audit.record(Event.AREA_ENTERED, about=shift, by=by)
