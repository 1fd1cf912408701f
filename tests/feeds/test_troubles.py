"""Whatever goes wrong with a source: nothing is lost, nothing is doubled, and the screen says what it was."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from rundbord.feeds.fetching import Question
from rundbord.feeds.models import Feed
from rundbord.feeds.vocabulary import Failure
from rundbord.vocabulary import label_of
from tests.factories.outside import MESSAGES, Outside, Sent, rss
from tests.factories.situations import ClientOf, Vestegnen
from tests.feeds.conftest import Clock, Round
from tests.feeds.test_short_messages import at, told

FIRST = Sent("Vi er til stede på Bybjergvej i Skovlunde efter anmeldelse om skyderi", at(8, 41), 20001)
SECOND = Sent("Brand i en container på Kildemosevej i Herlev", at(8, 50), 20002)
Trouble = Callable[[Outside], None]


def _answers(body: str | bytes = b"", **more: object) -> Trouble:
    return lambda outside: outside.says(MESSAGES, body, **more)


def _goes_round(outside: Outside) -> None:
    outside.says(MESSAGES, status=302, headers={"Location": "/omkring"})
    outside.says("/omkring", status=302, headers={"Location": MESSAGES})


BOTH = rss(SECOND, FIRST)
TROUBLES: dict[str, tuple[Trouble, Failure]] = {
    "down": (Outside.stop, Failure.UNREACHABLE),
    "overloaded": (_answers(status=503), Failure.REFUSED),
    "says too often": (_answers(status=429, headers={"Retry-After": "60"}), Failure.REFUSED),
    "wants a password": (_answers(status=401), Failure.REFUSED),
    "nothing new, though nobody asked for changes": (_answers(status=304), Failure.REFUSED),
    "slow": (_answers(BOTH, waits=2.0), Failure.SLOW),
    "a letter at a time": (_answers(BOTH, drips=True), Failure.SLOW),
    "cut off by a gateway": (_answers(BOTH[: len(BOTH) // 2]), Failure.MALFORMED),
    "another page": (_answers("<!doctype html><p>Vi opdaterer</p>"), Failure.MALFORMED),
    "empty": (_answers(""), Failure.MALFORMED),
    "a packed bomb": (
        _answers(gzip.compress(b" " * 50_000_000), headers={"Content-Encoding": "gzip"}),
        Failure.TOO_LARGE,
    ),
    "packed, it says": (_answers(BOTH, headers={"Content-Encoding": "gzip"}), Failure.MALFORMED),
    "in another charset than it says": (_answers(BOTH.encode("latin-1")), Failure.MALFORMED),
    "in a charset that nobody knows": (_answers(BOTH.replace("UTF-8", "x-politi-8")), Failure.MALFORMED),
    "round and round": (_goes_round, Failure.REFUSED),
    "to a place inside": (_answers(status=301, headers={"Location": "http://10.0.0.1/"}), Failure.FORBIDDEN),
}


@pytest.fixture
def reader(vestegnen: Vestegnen, client_of: ClientOf) -> Client:
    """The coordinator's browser."""
    return client_of(vestegnen.coordinator)


@contextmanager
def _waiting_a_second() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rundbord.feeds.rounds.Question", partial(Question, most_seconds=1.0))
        yield


@pytest.mark.parametrize("name", TROUBLES)
def test_a_source_in_trouble_loses_nothing_doubles_nothing_and_says_so(
    *, name: str, messages_feed: Feed, outside: Outside, asked_again: Round, clock: Clock, reader: Client
) -> None:
    trouble, failure = TROUBLES[name]
    outside.says(MESSAGES, rss(FIRST))
    asked_again(messages_feed)
    clock.passes(minutes=5)

    trouble(outside)
    with _waiting_a_second() if failure == Failure.SLOW else nullcontext():
        feed = asked_again(messages_feed)

    assert (feed.failure, feed.failures) == (failure, 1)
    assert [each.text for each in told()] == [FIRST.words]
    for address in ("/kilder/", f"/kilder/{feed.pk}/"):
        page = reader.get(address).content.decode()
        assert label_of(Failure, failure) in page
        assert "Svarer ikke" in page
    if name == "down":
        return  # its port is gone; that a source comes back is told of every other

    outside.says(MESSAGES, rss(FIRST, SECOND, SECOND, FIRST))
    clock.passes(minutes=5)
    feed = asked_again(messages_feed)

    assert feed.failures == 0
    assert [each.text for each in told()] == [FIRST.words, SECOND.words]
    assert "I orden" in reader.get("/kilder/").content.decode()


def test_letters_in_another_charset_are_read_where_the_answer_says_which(
    messages_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(MESSAGES, rss(SECOND).replace("UTF-8", "ISO-8859-1").encode("latin-1"))

    asked_again(messages_feed)

    assert [each.text for each in told()] == [SECOND.words]
    assert "på" in told()[0].text


@pytest.mark.parametrize(
    ("sent", "reported"),
    [
        (at(9, 10), at(9, 10)),
        (at(9, 16), at(9)),
        (at(9) + timedelta(days=400), at(9)),
        (at(8, 30).astimezone(ZoneInfo("Asia/Tokyo")), at(8, 30)),
    ],
    ids=["a clock ten minutes fast", "a clock too fast", "next year", "in another time zone"],
)
def test_a_clock_that_goes_wrong_moves_no_message_out_of_sight(
    *, sent: datetime, reported: datetime, messages_feed: Feed, outside: Outside, asked_again: Round
) -> None:
    outside.says(MESSAGES, rss(Sent(SECOND.words, sent, number="uden-for-tiden")))

    asked_again(messages_feed)
    asked_again(messages_feed)

    assert [(each.text, each.reported_at) for each in told()] == [(SECOND.words, reported)]


@pytest.mark.parametrize("marks", [{"ETag": '"v1"'}, {"Last-Modified": "Fri, 20 Nov 2026 07:50:00 GMT"}])
def test_marks_of_a_source_that_never_changes_them_are_all_that_is_asked_with(
    *, marks: dict[str, str], messages_feed: Feed, outside: Outside, asked_again: Round, clock: Clock
) -> None:
    outside.says(MESSAGES, rss(FIRST), headers=marks)
    asked_again(messages_feed)
    clock.passes(minutes=5)
    outside.says(MESSAGES, rss(SECOND, FIRST), headers={name: f"{mark}x" for name, mark in marks.items()})

    asked_again(messages_feed)

    sent_back = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}
    assert [outside.asked[1].headers[sent_back[name]] for name in marks] == list(marks.values())
    assert [each.text for each in told()] == [FIRST.words, SECOND.words]


def test_an_unchanged_answer_after_a_failure_still_heals_the_source(
    messages_feed: Feed, outside: Outside, asked_again: Round, clock: Clock
) -> None:
    outside.says(MESSAGES, rss(FIRST), headers={"ETag": '"v1"'})
    asked_again(messages_feed)
    outside.says(MESSAGES, status=500)
    clock.passes(minutes=5)
    asked_again(messages_feed)
    outside.says(MESSAGES, rss(FIRST), headers={"ETag": '"v1"'})
    clock.passes(minutes=5)

    feed = asked_again(messages_feed)

    assert outside.asked[-1].headers["If-None-Match"] == '"v1"'
    assert (feed.failures, feed.succeeded_at) == (0, clock.now)
    assert [each.text for each in told()] == [FIRST.words]
