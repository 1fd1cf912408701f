"""Start a shift, or cancel it: one tap, from the shift, the start page or the overview."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.streetwork import actions
from rundbord.streetwork.queries.finding import own_shift_of
from rundbord.web import SignedInRequest, screen
from rundbord.web.one_tap import one_tap


@screen(Permission.WORK_SHIFT, writes=True)
def start_shift(request: SignedInRequest, shift_id: UUID) -> HttpResponse:
    """Begin it, and show it."""
    shift = own_shift_of(shift_id, request.actor)
    back = reverse("streetwork:show_shift", args=[shift.pk])
    return one_tap(request, lambda: actions.start_shift(shift, by=request.actor), back=back)


@screen(Permission.WORK_SHIFT, writes=True)
def cancel_shift(request: SignedInRequest, shift_id: UUID) -> HttpResponse:
    """Call it off, and show it."""
    shift = own_shift_of(shift_id, request.actor)
    back = reverse("streetwork:show_shift", args=[shift.pk])
    return one_tap(request, lambda: actions.cancel_shift(shift, by=request.actor), back=back)
