"""Enter an area, count a contact — område, kontakt: one tap while walking."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.partnership.models import Area
from rundbord.streetwork import actions
from rundbord.streetwork.queries.finding import own_shift_of
from rundbord.streetwork.queries.staff import areas_to_walk
from rundbord.streetwork.vocabulary import Contact
from rundbord.web import SignedInRequest, screen
from rundbord.web.one_tap import one_tap


@screen(Permission.WORK_SHIFT, writes=True)
def enter_area(request: SignedInRequest, shift_id: UUID) -> HttpResponse:
    """Note where the team is now, and go back to the shift."""
    shift = own_shift_of(shift_id, request.actor)
    back = reverse("streetwork:show_shift", args=[shift.pk])
    return one_tap(request, lambda: actions.enter_area(shift, _area(request), by=request.actor), back=back)


@screen(Permission.WORK_SHIFT, writes=True)
def count_contact(request: SignedInRequest, shift_id: UUID) -> HttpResponse:
    """Add one to the contacts of the shift, and go back to it."""
    shift = own_shift_of(shift_id, request.actor)
    back = reverse("streetwork:show_shift", args=[shift.pk])
    return one_tap(request, lambda: actions.count_contact(shift, _contact(request), by=request.actor), back=back)


def _area(request: SignedInRequest) -> Area:
    told = request.POST.get("omraade", "")
    area = next((each for each in areas_to_walk() if str(each.pk) == told), None)
    if area is None:
        raise Http404
    return area


def _contact(request: SignedInRequest) -> Contact:
    told = request.POST.get("kontakt", "")
    if told not in set(Contact):
        raise Http404
    return Contact(told)
