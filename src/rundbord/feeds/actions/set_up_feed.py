"""Set up feed — sæt kilde op: a source with a unit of its own, from which the picture expects a sign of life."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.feeds.models import Feed
from rundbord.feeds.queries.publishers import publishers_of
from rundbord.feeds.vocabulary import FeedKind
from rundbord.identity.actions import UnitTerms, create_unit
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind, Regime, UnitKind
from rundbord.partnership.actions import set_reporting_duty
from rundbord.situation.queries.reporting import unit_of

# In time for the morning picture.
EXPECTED_BY = time(7, 30)
EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
_THERE = "Kilden er allerede sat op af jeres myndighed."


def set_up_feed(kind: FeedKind, publisher: str, *, is_on: bool = True, by: Actor) -> Feed:
    """Add the source for the partnership in session; its rows belong to the actor's authority."""
    by.must(Permission.EDIT_FEEDS)
    if publisher not in publishers_of(kind):
        raise Refused({"source": ["Vælg en af de kilder, der står på listen."]})
    if Feed.objects.filter(authority_id=by.authority_id, kind=kind, publisher=publisher).exists():
        raise Refused({"source": [_THERE]})
    now = timezone.now()
    with refusing_collisions({"feed_once_per_authority": {"source": _THERE}}):
        feed = Feed.objects.create(
            partnership_id=by.table,
            authority_id=by.authority_id,
            unit=unit_of(by) if kind == FeedKind.STATISTICS else _own_unit(kind, publisher, by=by),
            kind=kind.value,
            publisher=publisher,
            is_on=is_on,
            set_up_at=now,
            next_at=now,
        )
    audit.record(Event.FEED_SET_UP, about=feed, by=by, details={"kind": kind.value, "on": is_on})
    if is_on:
        expect_sign_of_life(feed, by=by)
    return feed


def expect_sign_of_life(feed: Feed, *, by: Actor) -> None:
    """Let the picture say »mangler« when the source has not been heard from in the morning."""
    if feed.kind != FeedKind.STATISTICS:
        set_reporting_duty(
            feed.unit, weekdays=EVERY_DAY, expected_by=EXPECTED_BY, starts_on=timezone.localdate(), by=deputy(by)
        )


def deputy(by: Actor) -> Actor:
    """Let a source bring its unit and its duty with it: who may choose sources need not govern all of these."""
    return replace(by, permissions=by.permissions | {Permission.ADMINISTER_USERS, Permission.GOVERN_PARTNERSHIP})


def _own_unit(kind: FeedKind, publisher: str, *, by: Actor) -> Unit:
    """Find or make the unit; of the kind that is no reader, since nobody sits in it."""
    name = f"Kilde: {kind.label}, {publisher}"
    there = Unit.objects.filter(authority_id=by.authority_id, name=name).first()
    is_police = by.authority_kind == AuthorityKind.POLICE
    regime = Regime.LAW_ENFORCEMENT if is_police else Regime.GDPR
    terms = UnitTerms(name=name, kind=UnitKind.ADMINISTRATION.value, regime=regime.value, channels=[])
    return there or create_unit(terms, by=deputy(by))
