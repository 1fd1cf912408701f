"""How a round went: noted on the source, so that the screen can say it and the next round knows when to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.feeds.models import Feed
from rundbord.feeds.rules.waiting import next_after_failure, next_after_success, owes_sign_of_life
from rundbord.feeds.vocabulary import Failure, FeedKind
from rundbord.situation.actions import report_nothing
from rundbord.situation.models import Report


@dataclass(frozen=True, kw_only=True)
class RoundOutcome:
    """What a round that got its answer leaves behind: marks for asking only for changes, and what was unreadable."""

    address: str = ""
    etag: str = ""
    last_modified: str = ""
    unreadable: int = 0


def note_success(feed: Feed, outcome: RoundOutcome, *, by: Actor) -> None:
    """Note that the source answered; where it has no news it says so once a day, like any unit (situation/sources)."""
    by.must(Permission.EDIT_FEEDS)
    now = timezone.now()
    Feed.objects.filter(pk=feed.pk).update(
        tried_at=now,
        succeeded_at=now,
        wanted_at=None,
        next_at=next_after_success(FeedKind(feed.kind), now=now),
        failures=0,
        unreadable=outcome.unreadable,
        address=outcome.address[:600],
        etag=outcome.etag,
        last_modified=outcome.last_modified,
    )
    if feed.kind != FeedKind.STATISTICS and owes_sign_of_life(_last_heard(feed), now=now):
        report_nothing(by=by)


def note_failure(
    feed: Feed, failure: Failure, *, status: int | None = None, retry_after: timedelta | None = None, by: Actor
) -> None:
    """Note why nothing came; each failure in a row makes the wait longer."""
    by.must(Permission.EDIT_FEEDS)
    now, standing = timezone.now(), Feed.objects.select_for_update().get(pk=feed.pk)
    failures = standing.failures + 1
    Feed.objects.filter(pk=feed.pk).update(
        tried_at=now,
        failed_at=now,
        wanted_at=None,
        next_at=next_after_failure(failures, now=now, retry_after=retry_after),
        failures=failures,
        failure=failure.value,
        failure_status=status,
    )


def _last_heard(feed: Feed) -> datetime | None:
    heard = Report.objects.filter(unit_id=feed.unit_id, partnership_id=feed.partnership_id)
    return heard.order_by("-created_at").values_list("created_at", flat=True).first()
