"""Noting that an item has been dealt with: in the transaction that dealt with it, so that neither is there alone."""

from __future__ import annotations

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.feeds.models import Feed, FeedItem
from rundbord.feeds.rules.items import Item, lies_ahead
from rundbord.feeds.vocabulary import ItemOutcome
from rundbord.situation.models import SourceText


def note_item(
    feed: Feed, item: Item, outcome: ItemOutcome, *, known: FeedItem | None, source: SourceText | None, by: Actor
) -> None:
    """Add the row, or say that its content is another now."""
    now = timezone.now()
    if known:
        state = {"digest": item.digest, "outcome": outcome.value, "source_text": source, "changed_at": now}
        FeedItem.objects.filter(pk=known.pk).update(**state)
        return
    FeedItem.objects.create(
        partnership_id=feed.partnership_id,
        authority_id=by.authority_id,
        feed=feed,
        key=item.key,
        case_key=item.case_key,
        digest=item.digest,
        published_at=item.published_at,
        is_date_doubted=lies_ahead(item.published_at, now=now),
        first_seen_at=now,
        outcome=outcome.value,
        source_text=source,
    )
