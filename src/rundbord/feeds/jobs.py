"""Work of every five minutes: the sources whose time has come are asked, each by a job of its own."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from rundbord.access.actor import Actor
from rundbord.feeds.actions import forget_items
from rundbord.feeds.actions.order_fetch import FETCH_FEED, defer_fetch
from rundbord.feeds.queries.feeds import due_feeds
from rundbord.feeds.rounds import go_round
from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace


@app.periodic(cron="*/5 * * * *")
@app.task(name="rundbord.feeds.find_due", queueing_lock="feeds:due")
def find_due(timestamp: int) -> None:
    """Order a round of each source that is due; one that a killed worker left undone is due still."""
    for_each_workplace(_order_rounds)


@app.task(name=FETCH_FEED)
def fetch_feed(*, authority_id: str, partnership_id: str, feed_id: str) -> None:
    """Go one round; a source that fails is not tried again by the queue but when its waiting time is over."""
    go_round(authority_id=UUID(authority_id), partnership_id=UUID(partnership_id), feed_id=UUID(feed_id))


@app.periodic(cron="20 1 * * *")
@app.task(name="rundbord.feeds.forget_items", retry=TRY_AGAIN)
def forget_old_items(timestamp: int) -> None:
    """Forget for each authority in turn."""
    for_each_authority(lambda actor: forget_items(by=actor))


def _order_rounds(actor: Actor) -> None:
    for feed in due_feeds(actor):
        defer_fetch(feed)
