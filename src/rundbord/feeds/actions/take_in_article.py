"""Take in article — læs døgnrapport ind: through the same door as pasting, and once, however often it is fetched."""

from __future__ import annotations

import hashlib
from datetime import date

from django.utils import timezone

from rundbord import reading
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.feeds.actions.note_item import note_item
from rundbord.feeds.actions.release_item import release_item
from rundbord.feeds.models import Feed, FeedItem
from rundbord.feeds.rules.items import Item, lies_ahead
from rundbord.feeds.vocabulary import ItemOutcome
from rundbord.situation.actions import receive_source_text, renew_source_text
from rundbord.situation.actions.receive_source_text import read_public_report
from rundbord.situation.models import SourceText


def take_in_article(feed: Feed, item: Item, *, by: Actor) -> ItemOutcome | None:
    """Take the article in, or tell anew what its publisher has changed; None where nothing is new."""
    by.must(Permission.ENTER_SOURCE_TEXT)
    known = FeedItem.objects.filter(feed=feed, key=item.key).select_related("source_text").first()
    if known and bytes(known.digest) == item.digest:
        return None
    try:
        report = read_public_report(item.body, published_on=_day_of(item), district=feed.publisher)
    except Refused:
        kept = known.source_text if known else None
        note_item(feed, item, ItemOutcome.REFUSED, known=known, source=kept, by=by)
        return ItemOutcome.REFUSED
    source, outcome = _taken_in(feed, item, report, known.source_text if known else None, by=by)
    note_item(feed, item, outcome, known=known, source=source, by=by)
    return outcome


def _taken_in(
    feed: Feed, item: Item, report: reading.Report, source: SourceText | None, *, by: Actor
) -> tuple[SourceText, ItemOutcome]:
    # Relative times were read from a day that may be wrong: a person looks before anybody else does.
    is_held = lies_ahead(item.published_at, now=timezone.now())
    if source is not None:
        renewal = renew_source_text(source, report, by=by)
        return source, release_item(feed, source, has_news=bool(renewal.added), is_held=is_held, by=by)
    if twin := _pasted(report, by=by):
        return twin, ItemOutcome.KNOWN
    day = _day_of(item)
    name = f"Døgnrapport {day:%d.%m.%Y}"
    source = receive_source_text(item.body, name=name, published_on=day, district=feed.publisher, by=by)
    return source, release_item(feed, source, has_news=True, is_held=is_held, by=by)


def _pasted(report: reading.Report, *, by: Actor) -> SourceText | None:
    """Find the same report where an officer was quicker than the source."""
    digest = hashlib.sha256(report.text.encode()).digest()
    return SourceText.objects.filter(partnership_id=by.table, digest=digest).first()


def _day_of(item: Item) -> date:
    return min(timezone.localdate(item.published_at), timezone.localdate())
