"""One round of one source: ask without a transaction, take each item in with one of its own, note how it went.

A round that is cut off anywhere leaves what it took in, and the next one does the rest: an item is noted in the
transaction that took it in, and the marks by which a source would answer "nothing new" are kept at the very end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TypeVar
from uuid import UUID

import structlog
from django.db import DatabaseError
from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.refusal import Refused
from rundbord.access.session import acting_for
from rundbord.feeds.actions import (
    RoundOutcome,
    import_background,
    note_failure,
    note_success,
    take_in_article,
    take_in_message,
)
from rundbord.feeds.articles import with_words
from rundbord.feeds.fetching import Answer, FetchFailed, Question, fetch
from rundbord.feeds.models import Feed
from rundbord.feeds.queries.feeds import known_digests
from rundbord.feeds.queries.publishers import address_of, publishers_of
from rundbord.feeds.rules.addresses import asked
from rundbord.feeds.rules.items import Batch, Item, Malformed, in_order, is_of_interest
from rundbord.feeds.rules.news import page_address, read_page
from rundbord.feeds.rules.short_messages import read_short_messages
from rundbord.feeds.rules.statistics import questions
from rundbord.feeds.vocabulary import Failure, FeedKind, Origin

# More pages than a district fills in a year: a list that never ends is broken.
_MOST_PAGES = 25
_CORRECTED_WITHIN = timedelta(days=2)
_YEARS_OF_STATISTICS = 3
# The bank works on an answer before it sends the first of it.
_STATISTICS_SECONDS = 60.0

_log = structlog.get_logger(__name__)
T = TypeVar("T")
TakeIn = Callable[..., object]


def go_round(*, authority_id: UUID, partnership_id: UUID, feed_id: UUID) -> None:
    """Ask one source in the name of the authority that set it up; a source that is off, or gone, is left alone."""
    found = _feed(system_of(authority_id, partnership_id=partnership_id), feed_id)
    if found is None:
        return
    feed, actor = found
    try:
        outcome = _ROUNDS[FeedKind(feed.kind)](feed, actor)
    except FetchFailed as failed:
        with acting_for(actor):
            note_failure(feed, failed.failure, status=failed.status, retry_after=failed.retry_after, by=actor)
        return
    with acting_for(actor):
        note_success(feed, outcome, by=actor)


def _feed(system: Actor, feed_id: UUID) -> tuple[Feed, Actor] | None:
    with acting_for(system):
        own = Feed.objects.filter(pk=feed_id, authority_id=system.authority_id, is_on=True)
        feed = own.select_related("authority").first()
    if feed is None:
        return None
    # Reports are written by the feed's own unit, which the signed context must name (partnership/row_policies).
    return feed, replace(system, unit_id=feed.unit_id, authority_kind=feed.authority.kind)


def _round_of_messages(feed: Feed, actor: Actor) -> RoundOutcome:
    url = asked(_address(feed), {"publisherId": _publisher(feed)})
    answer = fetch(_asking(feed, url))
    if answer.content is None:
        return _unchanged(feed)
    batch = _readable(read_short_messages, answer.content)
    late = _take_in(feed, _wanted(feed, batch.items), take_in_message, actor)
    return _outcome(url, answer, unreadable=batch.unreadable, late=late)


def _round_of_news(feed: Feed, actor: Actor) -> RoundOutcome:
    first = _news_address(feed, page=1)
    answer = fetch(_asking(feed, first))
    if answer.content is None:
        return _unchanged(feed)
    batches = list(_pages(feed, answer.content))
    listed = _wanted(feed, [item for batch in batches for item in batch.items])
    told = [with_words(item) for item in _worth_reading(feed, listed, actor)]
    wordless = sum(not item.body for item in told)
    late = _take_in(feed, [item for item in told if item.body], take_in_article, actor)
    return _outcome(first, answer, unreadable=sum(batch.unreadable for batch in batches), late=late + wordless)


def _round_of_statistics(feed: Feed, actor: Actor) -> RoundOutcome:
    since = f"{timezone.localdate().year - _YEARS_OF_STATISTICS}K1"
    for question in questions(since=since):
        answer = fetch(Question(url=_address(feed), body=question, most_seconds=_STATISTICS_SECONDS))
        try:
            with acting_for(actor):
                import_background(answer.content or b"", origin=Origin.FETCHED, by=actor)
        except Refused as refused:
            raise FetchFailed(Failure.MALFORMED) from refused
    return RoundOutcome()


def _pages(feed: Feed, first: bytes) -> Iterator[Batch]:
    base, content = _address(feed), first
    for number in range(2, _MOST_PAGES + 2):
        page = _readable(partial(read_page, base=base), content)
        yield page.batch
        if page.is_last:
            return
        content = fetch(Question(url=_news_address(feed, page=number))).content or b""
    raise FetchFailed(Failure.TOO_LARGE)


def _worth_reading(feed: Feed, items: Sequence[Item], actor: Actor) -> list[Item]:
    """Leave out articles that are in, and so old that nobody corrects them any more: each is a page to fetch."""
    with acting_for(actor):
        known = known_digests(feed, [item.key for item in items])
    fresh = timezone.now() - _CORRECTED_WITHIN
    return [item for item in items if item.body or item.key not in known or item.published_at > fresh]


def _readable(read: Callable[[bytes], T], content: bytes) -> T:
    try:
        return read(content)
    except Malformed as error:
        raise FetchFailed(Failure.MALFORMED) from error


def _wanted(feed: Feed, items: Sequence[Item]) -> list[Item]:
    now = timezone.now()
    return [item for item in in_order(items) if is_of_interest(item, since=feed.set_up_at, now=now)]


def _take_in(feed: Feed, wanted: Sequence[Item], take_in: TakeIn, actor: Actor) -> int:
    """Take in what is new or changed, in the order in which it happened; give how many must wait for the next round."""
    with acting_for(actor):
        known = known_digests(feed, [item.key for item in wanted])
    return sum(not _took_in(feed, item, take_in, actor) for item in wanted if known.get(item.key) != item.digest)


def _took_in(feed: Feed, item: Item, take_in: TakeIn, actor: Actor) -> bool:
    try:
        with acting_for(actor):
            take_in(feed, item, by=actor)
    except (Refused, DatabaseError) as error:
        _log.warning("item left for the next round", feed=str(feed.pk), reason=type(error).__name__)
        return False
    return True


def _asking(feed: Feed, url: str) -> Question:
    """Ask only for changes, where the marks are of this very address."""
    if feed.address != url:
        return Question(url=url)
    return Question(url=url, etag=feed.etag, last_modified=feed.last_modified)


def _unchanged(feed: Feed) -> RoundOutcome:
    return RoundOutcome(
        address=feed.address, etag=feed.etag, last_modified=feed.last_modified, unreadable=feed.unreadable
    )


def _outcome(url: str, answer: Answer, *, unreadable: int, late: int) -> RoundOutcome:
    """Keep the marks only when nothing was left: with them the source would not send it again."""
    if late:
        return RoundOutcome(unreadable=unreadable + late)
    return RoundOutcome(address=url, etag=answer.etag, last_modified=answer.last_modified, unreadable=unreadable)


def _news_address(feed: Feed, *, page: int) -> str:
    return page_address(
        _address(feed),
        district=_publisher(feed),
        since=feed.succeeded_at or feed.set_up_at,
        today=timezone.localdate(),
        page=page,
    )


def _address(feed: Feed) -> str:
    address = address_of(FeedKind(feed.kind))
    if not address:
        raise FetchFailed(Failure.NO_ADDRESS)
    return address


def _publisher(feed: Feed) -> str:
    known = publishers_of(FeedKind(feed.kind))
    if feed.publisher not in known:
        raise FetchFailed(Failure.NO_ADDRESS)
    return known[feed.publisher]


_ROUNDS: dict[FeedKind, Callable[[Feed, Actor], RoundOutcome]] = {
    FeedKind.SHORT_MESSAGES: _round_of_messages,
    FeedKind.DAILY_REPORTS: _round_of_news,
    FeedKind.STATISTICS: _round_of_statistics,
}
