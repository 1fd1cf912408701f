"""Take in message — læs kort melding ind: the first about a case is a report, those that follow are its updates."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.feeds.actions.note_item import note_item
from rundbord.feeds.actions.release_item import release_item
from rundbord.feeds.models import Feed, FeedItem
from rundbord.feeds.rules.items import Item, digest_of, lies_ahead
from rundbord.feeds.vocabulary import ItemOutcome
from rundbord.reading.messages import Message, messages_in, read_messages
from rundbord.situation.actions import receive_messages, renew_source_text
from rundbord.situation.models import SourceText


def take_in_message(feed: Feed, item: Item, *, by: Actor) -> ItemOutcome | None:
    """Write the message, or put its new words in place of the old; None where nothing is new."""
    by.must(Permission.ENTER_SOURCE_TEXT)
    known = FeedItem.objects.filter(feed=feed, key=item.key).first()
    if known and bytes(known.digest) == item.digest:
        return None
    source = _source_of_case(feed, item)
    if source is None:
        source = receive_messages([_message(item)], case=item.case_key, district=feed.publisher, by=by)
        outcome = release_item(feed, source, has_news=True, by=by)
    else:
        outcome = _update(feed, source, item, known, by=by)
    note_item(feed, item, outcome, known=known, source=source, by=by)
    return outcome


def _update(feed: Feed, source: SourceText, item: Item, known: FeedItem | None, *, by: Actor) -> ItemOutcome:
    told = messages_in(source.text)
    if known is None and any(each.words == item.title for each in told):
        return ItemOutcome.REPEATED
    stale = bytes(known.digest) if known else b""
    kept = [each for each in told if digest_of(each.words, "") != stale]
    renewal = renew_source_text(source, read_messages([*kept, _message(item)]), by=by)
    return release_item(feed, source, has_news=bool(renewal.added), by=by)


def _source_of_case(feed: Feed, item: Item) -> SourceText | None:
    """Find the case's original while it is kept; what comes after that is a case of its own again."""
    of_case = FeedItem.objects.filter(feed=feed, case_key=item.case_key, source_text__deleted_at=None)
    newest = of_case.exclude(source_text=None).select_related("source_text").order_by("-first_seen_at").first()
    return newest.source_text if newest else None


def _message(item: Item) -> Message:
    now = timezone.now()
    sent_at: datetime = now if lies_ahead(item.published_at, now=now) else item.published_at
    return Message(timezone.localtime(sent_at).replace(tzinfo=None, second=0, microsecond=0), item.title)
