"""What tests of the sources from outside begin with: a source that is set up, and a clock that stands."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.feeds import actions
from rundbord.feeds.models import Feed
from rundbord.feeds.rounds import go_round
from rundbord.feeds.vocabulary import FeedKind
from rundbord.situation.actions import release_source_text
from tests.database import as_owner
from tests.factories.situations import ActorOf, Vestegnen

SetUp = Callable[..., Feed]
Round = Callable[[Feed], Feed]


class Clock:
    """The time, as everybody in the program sees it."""

    def __init__(self, now: datetime) -> None:
        """Begin somewhere."""
        self.now = now

    def passes(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Stands at nine o'clock on a Friday morning until it is moved."""
    clock = Clock(timezone.make_aware(datetime(2026, 11, 20, 9, 0)))
    monkeypatch.setattr("django.utils.timezone.now", lambda: clock.now)
    return clock


@pytest.fixture
def set_up(vestegnen: Vestegnen, actor_of: ActorOf, clock: Clock) -> SetUp:
    """Let a user set a source up; the officer unless another is named."""

    def make(kind: FeedKind, publisher: str = "Københavns Vestegns Politi", *, who: str = "officer") -> Feed:
        actor = actor_of(getattr(vestegnen, who))
        with acting_for(actor):
            return actions.set_up_feed(kind, publisher, by=actor)

    return make


@pytest.fixture
def messages_feed(set_up: SetUp) -> Feed:
    """The Vestegn's short messages, set up by the police."""
    return set_up(FeedKind.SHORT_MESSAGES)


@pytest.fixture
def news_feed(set_up: SetUp) -> Feed:
    """Østjylland's daily reports, set up by the police."""
    return set_up(FeedKind.DAILY_REPORTS, "Østjyllands Politi")


@pytest.fixture
def asked_again(clock: Clock) -> Round:
    """Go one round and give the source as it stands afterwards."""

    def go(feed: Feed) -> Feed:
        go_round(authority_id=feed.authority_id, partnership_id=feed.partnership_id, feed_id=feed.pk)
        return standing(feed)

    return go


def standing(feed: Feed) -> Feed:
    """Read the source as it stands."""
    with as_owner():
        return Feed.objects.get(pk=feed.pk)


def module_of(action: Callable[..., object]) -> Any:
    """Give the module of an action: its package gives the action itself by that name."""
    return sys.modules[action.__module__]


@contextmanager
def masking_misses_a_word() -> Iterator[None]:
    """Let every masked text still hold a word that stops it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module_of(release_source_text), "stopping_words", lambda *_a, **_k: ["Navn »Lynet«"])
        yield
