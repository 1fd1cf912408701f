"""Forget items — slet meddelelsers numre: two years on no source brings them up again."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.feeds.models import FeedItem

KEPT_FOR = timedelta(days=730)


def forget_items(*, by: Actor) -> int:
    """Delete the authority's own that are too old; give how many."""
    by.must(Permission.EDIT_FEEDS)
    old = FeedItem.objects.filter(authority_id=by.authority_id, first_seen_at__lt=timezone.now() - KEPT_FOR)
    return old.delete()[0]
