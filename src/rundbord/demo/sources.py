"""Two sources from outside, set up and switched off: a demonstration reaches out to nobody."""

from __future__ import annotations

from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import Founded
from rundbord.feeds.actions import set_up_feed
from rundbord.feeds.vocabulary import FeedKind

# Who sets up what.
SOURCES = (
    ("betjent@vestegnen", FeedKind.SHORT_MESSAGES, "Københavns Vestegns Politi"),
    ("koordinator@gladsaxe", FeedKind.STATISTICS, ""),
)


def set_up_sources(founded: Founded) -> None:
    """Let the police and the secretariat choose one each."""
    for name, kind, publisher in SOURCES:
        actor = actor_named(name, founded)
        with acting_for(actor):
            set_up_feed(kind, publisher, is_on=False, by=actor)
