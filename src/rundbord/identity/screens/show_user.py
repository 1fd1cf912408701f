"""Show user — vis bruger: who they are, what they do here, and what an administrator can do for them."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.identity import actions, queries
from rundbord.identity.models import User
from rundbord.identity.rules import LINK_LASTS
from rundbord.identity.vocabulary import LINK_OPENS, LinkKind
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.ADMINISTER_USERS)
def show_user(request: SignedInRequest, user_id: UUID) -> HttpResponse:
    """Show one user."""
    return _shown(request, queries.own_user(user_id))


@screen(Permission.ADMINISTER_USERS, writes=True)
def close_user(request: SignedInRequest, user_id: UUID) -> HttpResponse:
    """Close the user, and show them."""
    user = queries.own_user(user_id)
    if request.method == "POST":
        try:
            actions.deactivate_user(user, by=request.actor)
        except Refused as refusal:
            return _shown(request, user, refusal=str(refusal))
    return redirect("identity:show_user", user.pk)


@screen(Permission.ADMINISTER_USERS, writes=True)
def reopen_user(request: SignedInRequest, user_id: UUID) -> HttpResponse:
    """Open the user again, and show them."""
    user = queries.own_user(user_id)
    if request.method == "POST":
        actions.reactivate_user(user, by=request.actor)
    return redirect("identity:show_user", user.pk)


@screen(Permission.ADMINISTER_USERS, writes=True)
def make_link(request: SignedInRequest, user_id: UUID) -> HttpResponse:
    """Make a one-time link and show it this once; loading the page again shows none."""
    return _with_link(request, user_id, LinkKind.PASSWORD)


@screen(Permission.ADMINISTER_USERS, writes=True, needs_fresh_proof=True)
def make_factor_link(request: SignedInRequest, user_id: UUID) -> HttpResponse:
    """Make a one-time link for somebody who lost their device, and show it this once."""
    return _with_link(request, user_id, LinkKind.SECOND_FACTOR)


def _with_link(request: SignedInRequest, user_id: UUID, kind: LinkKind) -> HttpResponse:
    user = queries.own_user(user_id)
    if request.method != "POST":
        return redirect("identity:show_user", user.pk)
    try:
        token = actions.make_link(user, kind=kind, by=request.actor)
    except Refused as refusal:
        return _shown(request, user, refusal=str(refusal))
    return _shown(request, user, link=request.build_absolute_uri(reverse(LINK_OPENS[kind], args=[token])), kind=kind)


def _shown(
    request: SignedInRequest, user: User, *, refusal: str = "", link: str = "", kind: LinkKind = LinkKind.PASSWORD
) -> HttpResponse:
    today = timezone.localdate()
    duties = [(duty, Role(duty.role).label) for duty in user.duties.all()]
    current = [(duty, label) for duty, label in duties if duty.ends_on is None or duty.ends_on >= today]
    return page(
        request,
        "identity/show_user.html",
        {
            "user": user,
            "full_name": f"{user.sign_in_name}@{user.authority.code}",
            "current": current,
            "former": [entry for entry in duties if entry not in current],
            "today": today,
            "identity": queries.identity_of(user),
            "has_provider": queries.own_provider(request.actor) is not None,
            "refusal": refusal,
            "link": link,
            "link_resets_factor": kind is LinkKind.SECOND_FACTOR,
            "link_ends_at": timezone.now() + LINK_LASTS,
        },
    )
