"""The rules of the sources from outside, as tables of cases."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from rundbord.feeds.rules.items import Item, in_order, is_of_interest, lies_ahead
from rundbord.feeds.rules.news import read_page
from rundbord.feeds.rules.short_messages import read_short_messages
from rundbord.feeds.rules.waiting import DENMARK, next_after_success, owes_sign_of_life
from rundbord.feeds.vocabulary import FeedKind
from rundbord.reading.messages import Message, messages_in, read_messages
from rundbord.situation.rules.renewal import Told, matched
from tests.factories.outside import Sent, article, news, rss

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
BREAK_IN = Told("Indbrud", "Natten til fredag blev der begået indbrud i en villa på Eksempelvej i Herlev.")
FIGHT = Told("Slagsmål", "Kl. 23.15 anmeldte flere et slagsmål mellem to grupper ved stationen i Ballerup.")
FIRE = Told("Brand", "En container stod i brand på torvet i Gladsaxe, før brandvæsenet kom frem.")


def _item(key: str, at: datetime, title: str = "Uheld") -> Item:
    return Item(key=key, case_key=key, published_at=at, title=title)


def _local(*moment: int) -> datetime:
    return datetime(*moment, tzinfo=DENMARK)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    ("kind", "now", "then"),
    [
        (FeedKind.SHORT_MESSAGES, _local(2026, 11, 20, 9, 0), _local(2026, 11, 20, 9, 5)),
        (FeedKind.DAILY_REPORTS, _local(2026, 11, 20, 5, 45), _local(2026, 11, 20, 6, 0)),
        (FeedKind.DAILY_REPORTS, _local(2026, 11, 20, 6, 0), _local(2026, 11, 20, 6, 30)),
        (FeedKind.STATISTICS, _local(2026, 11, 20, 5, 45), _local(2026, 11, 27, 5, 45)),
        # The night in which the clocks go back has 25 hours; six o'clock is still six o'clock.
        (FeedKind.DAILY_REPORTS, _local(2026, 10, 25, 5, 50), _local(2026, 10, 25, 6, 0)),
    ],
)
def test_a_source_is_asked_at_its_own_pace_and_at_six(kind: FeedKind, now: datetime, then: datetime) -> None:
    assert next_after_success(kind, now=now) == then


@pytest.mark.parametrize(
    ("heard", "now", "owes"),
    [
        (None, _local(2026, 11, 20, 3, 0), True),
        (_local(2026, 11, 19, 23, 0), _local(2026, 11, 20, 5, 59), False),
        (_local(2026, 11, 19, 23, 0), _local(2026, 11, 20, 6, 0), True),
        (_local(2026, 11, 20, 0, 10), _local(2026, 11, 20, 6, 0), False),
    ],
)
def test_a_source_without_news_says_so_once_a_morning(heard: datetime | None, now: datetime, *, owes: bool) -> None:
    assert owes_sign_of_life(heard, now=now) is owes


def test_items_are_put_in_the_order_in_which_they_happened_each_once() -> None:
    given = [_item("b", NOW), _item("a", NOW - timedelta(hours=1)), _item("b", NOW, "Ændret")]

    assert [(item.key, item.title) for item in in_order(given)] == [("a", "Uheld"), ("b", "Uheld")]


@pytest.mark.parametrize(("minutes", "ahead"), [(-5, False), (14, False), (16, True)])
def test_a_date_lies_ahead_beyond_what_clocks_differ_by(minutes: int, *, ahead: bool) -> None:
    assert lies_ahead(NOW + timedelta(minutes=minutes), now=NOW) is ahead


@pytest.mark.parametrize(
    ("age", "since", "wanted"),
    [
        (timedelta(hours=23), timedelta(0), True),
        (timedelta(hours=25), timedelta(0), False),
        (timedelta(days=59), timedelta(days=90), True),
        (timedelta(days=61), timedelta(days=90), False),
    ],
)
def test_what_is_older_than_the_source_is_of_no_interest(age: timedelta, since: timedelta, *, wanted: bool) -> None:
    assert is_of_interest(_item("a", NOW - age), since=NOW - since, now=NOW) is wanted


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-20T08:30:00Z", "2026-11-20T09:30"),
        ("2026-11-20T08:30:00", "2026-11-20T08:30"),
        ("20.11.2026", "2026-11-20T12:00"),
        ("20. november 2026", "2026-11-20T12:00"),
        ("fredag den 3. maj 2026", "2026-05-03T12:00"),
    ],
)
def test_the_day_of_an_article_is_read_as_danes_write_it(written: str, day: str) -> None:
    entry = article("ord", NOW, ListDate=None, PublishDate=written)

    item = read_page(news(entry).encode(), base="https://politi.dk/api/").batch.items[0]

    assert item.published_at.astimezone(DENMARK).strftime("%Y-%m-%dT%H:%M") == day


@pytest.mark.parametrize("written", ["32.11.2026", "20.13.2026", "20. brumaire 2026", "", "0.0.0000"])
def test_a_day_that_is_none_makes_an_article_unreadable(written: str) -> None:
    page = read_page(news(article("ord", NOW, ListDate="", PublishDate=written)).encode(), base="https://politi.dk/")

    assert (page.batch.items, page.batch.unreadable) == ((), 1)


def test_messages_of_one_release_are_one_case() -> None:
    batch = read_short_messages(
        rss(Sent("Et", NOW, 14843785), Sent("To", NOW, 14843785, "x"), Sent("Tre", NOW, 2)).encode()
    )

    first, second, third = batch.items
    assert first.case_key == second.case_key == "14843785"
    assert third.case_key == third.key
    assert first.key != second.key


def test_a_case_is_told_as_it_went_on_and_can_be_read_back() -> None:
    told = [
        Message(datetime(2026, 11, 21, 0, 5), "Vejen er åben igen"),
        Message(datetime(2026, 11, 20, 23, 50), "Uheld på Eksempelvej i Herlev. Vejen er spærret"),
    ]

    report = read_messages(told)

    assert messages_in(report.text) == sorted(told)
    assert report.incidents[0].masked.splitlines() == [told[1].words, "Opdatering 21/11 kl. 00.05: Vejen er åben igen"]
    assert report.incidents[0].masked_heading == "Uheld på Eksempelvej i Herlev"


@pytest.mark.parametrize(
    ("known", "new", "pairs"),
    [
        ([BREAK_IN, FIGHT], [BREAK_IN, FIGHT], [0, 1]),
        ([BREAK_IN, FIGHT], [FIGHT, BREAK_IN], [1, 0]),
        ([BREAK_IN, FIGHT], [FIRE, BREAK_IN, FIGHT], [None, 0, 1]),
        ([BREAK_IN, FIGHT], [Told("Slagsmål", FIGHT.text.replace("23.15", "22.15"))], [1]),
        ([BREAK_IN], [BREAK_IN, BREAK_IN], [0, None]),
        ([BREAK_IN], [FIRE], [0]),
        ([], [FIRE], [None]),
    ],
    ids=["same", "moved", "one more", "corrected", "twice", "one for one", "first"],
)
def test_an_account_is_matched_with_the_one_that_it_is_about(
    known: list[Told], new: list[Told], pairs: list[int | None]
) -> None:
    assert matched(known, new) == pairs
