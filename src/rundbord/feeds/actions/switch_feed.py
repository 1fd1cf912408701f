"""Switch feed — slå kilde til og fra: what is off is not asked, and the picture does not expect it."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.feeds.actions.set_up_feed import deputy, expect_sign_of_life
from rundbord.feeds.models import Feed
from rundbord.feeds.vocabulary import FeedKind
from rundbord.partnership.actions import end_reporting_duty
from rundbord.partnership.models import ReportingDuty


def switch_feed(feed: Feed, *, is_on: bool, by: Actor) -> None:
    """Switch it; a source that is switched on is asked at once. Switching twice changes nothing."""
    by.must(Permission.EDIT_FEEDS)
    now = timezone.now()
    state = {"is_on": is_on, "next_at": now, "failures": 0, "wanted_at": None}
    if not Feed.objects.filter(pk=feed.pk, is_on=not is_on).update(**state):
        return
    duty = _duty(feed)
    if is_on and duty is None:
        expect_sign_of_life(feed, by=by)
    elif not is_on and duty is not None:
        end_reporting_duty(duty, last_day=max(duty.starts_on, timezone.localdate() - timedelta(days=1)), by=deputy(by))
    audit.record(Event.FEED_SWITCHED_ON if is_on else Event.FEED_SWITCHED_OFF, about=feed, by=by)


def _duty(feed: Feed) -> ReportingDuty | None:
    if feed.kind == FeedKind.STATISTICS:
        return None
    in_force = Q(ends_on=None) | Q(ends_on__gte=timezone.localdate())
    return ReportingDuty.objects.filter(in_force, unit_id=feed.unit_id).order_by("-starts_on").first()
