"""Which publishers each kind of source has in this installation."""

from __future__ import annotations

from collections.abc import Mapping

from django.conf import settings

from rundbord.feeds.vocabulary import FeedKind


def publishers_of(kind: FeedKind) -> Mapping[str, str]:
    """Give each publisher's own number or name by the name that people know."""
    known: dict[FeedKind, Mapping[str, str]] = {
        FeedKind.DAILY_REPORTS: settings.NEWS_DISTRICTS,
        FeedKind.SHORT_MESSAGES: settings.SHORT_MESSAGE_PUBLISHERS,
        FeedKind.STATISTICS: {"": ""},
    }
    return known[kind]


def address_of(kind: FeedKind) -> str:
    """Give the address of this installation's settings; empty where there is none."""
    return str(
        {
            FeedKind.DAILY_REPORTS: settings.NEWS_URL,
            FeedKind.SHORT_MESSAGES: settings.SHORT_MESSAGES_URL,
            FeedKind.STATISTICS: settings.STATISTICS_URL,
        }[kind]
    )
