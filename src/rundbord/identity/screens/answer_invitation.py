"""Answer invitation — svar på invitation: whoever is invited as a guest says yes or no, or nothing."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.identity import actions, queries
from rundbord.web import SignedInRequest, page, screen

ANSWERS = {"ja": actions.accept_invitation, "nej": actions.decline_invitation}


@screen(Permission.SEE_DAY, writes=True)
def answer_invitation(request: SignedInRequest, invitation_id: UUID) -> HttpResponse:
    """Show the invitation with its two answers, and take one: a yes leads to the choice of whom to act for."""
    invitation = queries.invitation_to(request.actor.user_id, invitation_id)
    answer = request.POST.get("svar", "")
    refusal = ""
    if request.method == "POST" and answer in ANSWERS:
        try:
            ANSWERS[answer](invitation, by=request.actor)
        except Refused as refused:
            refusal = str(refused)
        else:
            return redirect("identity:choose_authority") if answer == "ja" else redirect("today:today")
    context = {"invitation": invitation, "role": Role(invitation.role).label, "refusal": refusal}
    return page(request, "identity/answer_invitation.html", context)
