"""The sources of the partnership: how each is doing, what came today, and which are due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.feeds.models import Feed, FeedItem
from rundbord.feeds.vocabulary import Failure, FeedKind, ItemOutcome
from rundbord.situation.models import ReadIncident
from rundbord.vocabulary import label_of

MOST_ITEMS = 50


@dataclass(frozen=True, kw_only=True)
class FeedState:
    """One source as the screen shows it."""

    feed: Feed
    arrived_today: int
    waiting: int
    is_own: bool

    @property
    def title(self) -> str:
        """What it brings and whose it is."""
        kind = label_of(FeedKind, self.feed.kind)
        return f"{kind}: {self.feed.publisher}" if self.feed.publisher else kind

    @property
    def state(self) -> tuple[str, str]:
        """Say in a word or two how it is, and which mark that gets."""
        if not self.feed.is_on:
            return "Slået fra", "closed"
        if self.feed.failures:
            return "Svarer ikke", "error"
        return ("I orden", "success") if self.feed.succeeded_at else ("Ikke hentet endnu", "neutral")

    @property
    def reason(self) -> str:
        """Say in plain Danish why nothing came the last time that it failed; empty where it never did."""
        words = label_of(Failure, self.feed.failure) if self.feed.failure else ""
        return f"{words} ({self.feed.failure_status})" if words and self.feed.failure_status else words

    @property
    def brings_items(self) -> bool:
        """Tell a source of messages from one of figures."""
        return self.feed.kind != FeedKind.STATISTICS

    @property
    def is_ordered(self) -> bool:
        """Tell whether somebody has asked for it and the worker has not been there yet."""
        return self.feed.is_on and self.feed.wanted_at is not None


@dataclass(frozen=True, kw_only=True)
class ItemLine:
    """One item in the source's own list: when it was sent, and what became of it."""

    item: FeedItem
    is_waiting: bool

    @property
    def outcome(self) -> ItemOutcome:
        """Say what became of it; what waited may have been released since."""
        outcome = ItemOutcome(self.item.outcome)
        return ItemOutcome.TAKEN_IN if outcome == ItemOutcome.WAITING and not self.is_waiting else outcome

    @property
    def is_readable(self) -> bool:
        """Tell whether there is an original with incidents behind it."""
        return self.item.source_text_id is not None


def feed_states(actor: Actor) -> list[FeedState]:
    """List the partnership's sources, whichever party set them up."""
    feeds = list(
        Feed.objects.filter(partnership_id=actor.table_id)
        .select_related("authority")
        .annotate(arrived_today=Count("items", filter=Q(items__first_seen_at__gte=_midnight())))
        .order_by("kind", "publisher", "authority__name", "id")
    )
    waiting = _waiting(feeds)
    return [
        FeedState(
            feed=feed,
            arrived_today=feed.arrived_today,
            waiting=waiting[feed.pk],
            is_own=feed.authority_id == actor.authority_id,
        )
        for feed in feeds
    ]


def feed_state(actor: Actor, feed_id: UUID) -> FeedState:
    """Find one of them."""
    found = [state for state in feed_states(actor) if state.feed.pk == feed_id]
    if not found:
        raise Http404
    return found[0]


def own_feed(actor: Actor, feed_id: UUID) -> Feed:
    """Find a source of the actor's own authority; another's cannot be switched, and so is not found."""
    own = Feed.objects.filter(pk=feed_id, authority_id=actor.authority_id, partnership_id=actor.table_id)
    if not actor.may(Permission.EDIT_FEEDS) or (feed := own.first()) is None:
        raise Http404
    return feed


def newest_items(feed: Feed, *, actor: Actor) -> list[ItemLine]:
    """List what the source brought lately, newest first; whether it still waits is known to its own authority."""
    items = FeedItem.objects.filter(feed=feed).order_by("-first_seen_at", "-published_at", "id")[:MOST_ITEMS]
    open_ones, is_own = set(_open_incidents()), feed.authority_id == actor.authority_id
    return [ItemLine(item=item, is_waiting=not is_own or item.source_text_id in open_ones) for item in items]


def due_feeds(actor: Actor) -> list[Feed]:
    """List the authority's own sources that are on and whose time has come."""
    due = Feed.objects.filter(authority_id=actor.authority_id, is_on=True, next_at__lte=timezone.now())
    return list(due.order_by("next_at", "id"))


def known_digests(feed: Feed, keys: Sequence[str]) -> dict[str, bytes]:
    """Give the state in which each item was dealt with."""
    known = FeedItem.objects.filter(feed=feed, key__in=keys).values_list("key", "digest")
    return {key: bytes(digest) for key, digest in known}


def _waiting(feeds: Sequence[Feed]) -> Counter[UUID]:
    """Count what waits for release; another authority's originals are out of sight and count as nothing."""
    of_source = Counter(_open_incidents())
    items = FeedItem.objects.filter(feed__in=feeds, source_text_id__in=of_source)
    pairs = set(items.values_list("feed_id", "source_text_id"))
    counted: Counter[UUID] = Counter()
    for feed_id, source_id in pairs:
        counted[feed_id] += of_source[source_id]
    return counted


def _open_incidents() -> QuerySet[ReadIncident, UUID]:
    open_ones = ReadIncident.objects.filter(released_at=None, withheld_at=None)
    return open_ones.values_list("source_text_id", flat=True)


def _midnight() -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate(), time()))
