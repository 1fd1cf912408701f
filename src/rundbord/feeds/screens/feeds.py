"""Feeds — kilder udefra: how each source is doing, when it comes again, and buttons for its own authority."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.feeds import actions
from rundbord.feeds.queries.feeds import feed_state, feed_states, newest_items, own_feed
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.SEE_OVERVIEW)
def feeds(request: SignedInRequest) -> HttpResponse:
    """List the partnership's sources."""
    context = {
        "states": feed_states(request.actor),
        "may_edit": request.actor.may(Permission.EDIT_FEEDS),
        "now": timezone.now(),
    }
    return page(request, "feeds/feeds.html", context)


@screen(Permission.SEE_OVERVIEW)
def show_feed(request: SignedInRequest, feed_id: UUID) -> HttpResponse:
    """Show one source with what it brought lately."""
    state = feed_state(request.actor, feed_id)
    context = {
        "state": state,
        "lines": newest_items(state.feed, actor=request.actor),
        "may_edit": request.actor.may(Permission.EDIT_FEEDS),
        "may_read_source_texts": state.is_own and request.actor.may(Permission.READ_SOURCE_TEXT),
        "now": timezone.now(),
    }
    return page(request, "feeds/show_feed.html", context)


@screen(Permission.EDIT_FEEDS, writes=True)
def fetch_now(request: SignedInRequest, feed_id: UUID) -> HttpResponse:
    """Order a round; the page that follows says that it is on its way."""
    feed = own_feed(request.actor, feed_id)
    if request.method == "POST":
        try:
            actions.order_fetch(feed, by=request.actor)
        except Refused:
            # Switched off meanwhile: the list says so.
            return HttpResponseRedirect(reverse("feeds:feeds"))
    return HttpResponseRedirect(reverse("feeds:show_feed", args=[feed.pk]))


@screen(Permission.EDIT_FEEDS, writes=True)
def switch_feed(request: SignedInRequest, feed_id: UUID) -> HttpResponse:
    """Switch it on or off, as the button said."""
    feed = own_feed(request.actor, feed_id)
    if request.method == "POST":
        actions.switch_feed(feed, is_on=request.POST.get("state") == "on", by=request.actor)
    return HttpResponseRedirect(reverse("feeds:show_feed", args=[feed.pk]))
