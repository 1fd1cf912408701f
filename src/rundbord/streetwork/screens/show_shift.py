"""Show a shift — vagten: on the phone of whoever walks it; for other parties hours and areas alone."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.streetwork import queries
from rundbord.streetwork.queries.staff import areas_to_walk
from rundbord.streetwork.vocabulary import Contact, ShiftState
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_SHIFTS)
def show_shift(request: SignedInRequest, shift_id: UUID) -> HttpResponse:
    """Show what the actor may read of it, with the taps that its state allows."""
    actor = request.actor
    sheet = queries.sheet_of(queries.shift_of(shift_id), actor)
    works_now = sheet.may_work and sheet.is_running
    context = {
        "sheet": sheet,
        "shift": sheet.shift,
        "now": timezone.now(),
        "works_now": works_now,
        "may_start": sheet.may_work and sheet.state is ShiftState.PLANNED,
        "may_look_after": sheet.is_running and (sheet.may_work or actor.may(Permission.FOLLOW_TEAMS)),
        "may_warn": actor.may(Permission.SEND_SAFETY_NOTICE),
        "other_areas": _others(sheet) if works_now else [],
        "contacts": list(Contact),
        "was_refused": "afvist" in request.GET,
    }
    return page(request, "streetwork/show_shift.html", context)


def _others(sheet: queries.Sheet) -> list[object]:
    planned = {row.area.pk for row in sheet.route}
    return [area for area in areas_to_walk() if area.pk not in planned]
