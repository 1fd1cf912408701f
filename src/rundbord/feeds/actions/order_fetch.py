"""Order fetch — hent nu: a job for the worker; while one waits for the same source, a second adds nothing."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.session import current_login
from rundbord.audit import Event
from rundbord.feeds.models import Feed

FETCH_FEED = "rundbord.feeds.fetch_feed"
_IS_OFF = "Kilden er slået fra. Slå den til, før der hentes."


def order_fetch(feed: Feed, *, by: Actor) -> None:
    """Ask for the source now, whenever it was to be asked next."""
    by.must(Permission.EDIT_FEEDS)
    now = timezone.now()
    if not Feed.objects.filter(pk=feed.pk, is_on=True).update(wanted_at=now, next_at=now):
        raise Refused(_IS_OFF)
    defer_fetch(feed)
    audit.record(Event.FEED_ORDERED, about=feed, by=by)


def defer_fetch(feed: Feed) -> None:
    """Leave the job in the transaction; two rounds of one source never run side by side."""
    one = f"feed:{feed.pk}"
    arguments = {
        "authority_id": str(feed.authority_id),
        "partnership_id": str(feed.partnership_id),
        "feed_id": str(feed.pk),
    }
    try:
        with transaction.atomic(using=current_login()):
            app.configure_task(FETCH_FEED, lock=one, queueing_lock=one).defer(**arguments)
    except AlreadyEnqueued:
        return
