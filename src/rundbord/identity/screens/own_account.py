"""Own account — min konto: how one signs in, where one is signed in, and what one has passed."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.identity import actions, queries
from rundbord.identity.models import SignIn
from rundbord.identity.rules import introduction_counts, is_about_to_end
from rundbord.identity.screens.prove import session_of
from rundbord.identity.vocabulary import Proof
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_DAY)
def own_account(request: SignedInRequest) -> HttpResponse:
    """Show factors, sessions and the introduction of whoever asks."""
    own = own_sign_in(request)
    today = timezone.localdate()
    until = queries.holds_until(own.user_id, request.actor.authority_id)
    sessions = queries.own_sessions(own.user_id)
    return page(
        request,
        "identity/own_account.html",
        {
            "user": own.user,
            "full_name": f"{own.user.sign_in_name}@{own.user.authority.code}",
            "by_provider": Proof(own.proof).is_of_provider,
            "factors": queries.factors_of(own.user_id),
            "must_have": queries.standing_of(own).must_have,
            "open": [(each, Proof(each.proof).label, each.pk == own.pk) for each in sessions.open],
            "over": [(each, Proof(each.proof).label) for each in sessions.over],
            "vain_tries": sessions.vain_tries,
            "takes_introduction": not request.actor.is_place,
            "holds_until": until,
            "is_passed": introduction_counts(until, today=today),
            "is_about_to_end": is_about_to_end(until, today=today),
        },
    )


@screen(Permission.SEE_DAY, writes=True, needs_fresh_proof=True)
def end_session(request: SignedInRequest, sign_in_id: UUID) -> HttpResponse:
    """End one of one's own sessions; one that is another's does not exist."""
    own = own_sign_in(request)
    other = queries.own_session(own.user_id, sign_in_id)
    if other is None or other.pk == own.pk:
        raise Http404
    if request.method == "POST":
        actions.end_session(other, own=own)
    return redirect("identity:own_account")


@screen(Permission.SEE_DAY, writes=True, needs_fresh_proof=True)
def end_other_sessions(request: SignedInRequest) -> HttpResponse:
    """End all of one's own sessions but this one."""
    if request.method == "POST":
        actions.end_other_sessions(own_sign_in(request))
    return HttpResponseRedirect(reverse("identity:own_account"))


def own_sign_in(request: SignedInRequest) -> SignIn:
    """Give the session of a screen's request; there is always one."""
    return cast(SignIn, session_of(request))
