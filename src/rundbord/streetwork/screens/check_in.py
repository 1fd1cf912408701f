"""Check in and out — meld ind, meld ud: one tap for each of the team."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from rundbord.access.permissions import Permission
from rundbord.streetwork import actions, queries
from rundbord.web import SignedInRequest, screen
from rundbord.web.one_tap import one_tap


@screen(Permission.SEE_SHIFTS, writes=True)
def check_in(request: SignedInRequest, member_id: UUID) -> HttpResponse:
    """Note that they were heard from, and go back to the shift."""
    member = queries.member_of_team(member_id)
    back = reverse("streetwork:show_shift", args=[member.shift_id])
    return one_tap(request, lambda: actions.check_in(member, by=request.actor), back=back)


@screen(Permission.SEE_SHIFTS, writes=True)
def check_out(request: SignedInRequest, member_id: UUID) -> HttpResponse:
    """Note that they are home, and go back to the shift."""
    member = queries.member_of_team(member_id)
    back = reverse("streetwork:show_shift", args=[member.shift_id])
    return one_tap(request, lambda: actions.check_out(member, by=request.actor), back=back)
