"""Fetching: bounded in time and size, and never to a place inside."""

from __future__ import annotations

import gzip
import socket
from datetime import timedelta

import pytest

from rundbord.feeds.fetching import FetchFailed, Question, fetch
from rundbord.feeds.rules.addresses import ForbiddenAddress, judged, origin_of
from rundbord.feeds.vocabulary import Failure
from tests.factories.outside import Outside


def _failure(question: Question) -> FetchFailed:
    with pytest.raises(FetchFailed) as failed:
        fetch(question)
    return failed.value


def test_an_answer_comes_whole_with_its_marks(outside: Outside) -> None:
    outside.says("/a", "Døgnrapport", headers={"ETag": '"7"', "Last-Modified": "Fri, 20 Nov 2026 08:00:00 GMT"})

    answer = fetch(Question(url=f"{outside.origin}/a?x=1"))

    assert (answer.content, answer.etag) == ("Døgnrapport".encode(), '"7"')
    assert answer.last_modified == "Fri, 20 Nov 2026 08:00:00 GMT"
    assert outside.asked[0].headers["Host"] == outside.origin.removeprefix("http://")


def test_an_answer_that_has_not_changed_is_empty_handed(outside: Outside) -> None:
    outside.says("/a", "ord", headers={"ETag": '"7"'})

    assert fetch(Question(url=f"{outside.origin}/a", etag='"7"')).content is None


def test_a_packed_answer_is_unpacked_and_a_bomb_is_stopped(outside: Outside) -> None:
    outside.says("/small", gzip.compress(b"ord " * 100), headers={"Content-Encoding": "gzip"})
    outside.says("/bomb", gzip.compress(b"0" * 50_000_000), headers={"Content-Encoding": "gzip"})
    outside.says("/broken", b"ikke pakket", headers={"Content-Encoding": "gzip"})

    assert fetch(Question(url=f"{outside.origin}/small")).content == b"ord " * 100
    assert _failure(Question(url=f"{outside.origin}/bomb")).failure == Failure.TOO_LARGE
    assert _failure(Question(url=f"{outside.origin}/broken")).failure == Failure.MALFORMED


@pytest.mark.parametrize("status", [400, 404, 429, 500, 503])
def test_an_error_is_named_with_its_number(outside: Outside, status: int) -> None:
    outside.says("/a", status=status, headers={"Retry-After": "120"})

    failed = _failure(Question(url=f"{outside.origin}/a"))

    assert (failed.failure, failed.status, failed.retry_after) == (Failure.REFUSED, status, timedelta(seconds=120))


def test_a_source_that_does_not_answer_in_time_is_left(outside: Outside) -> None:
    outside.says("/slow", "ord", waits=1.5)

    assert _failure(Question(url=f"{outside.origin}/slow", most_seconds=0.3)).failure == Failure.SLOW


def test_a_source_that_answers_a_letter_at_a_time_is_left(outside: Outside) -> None:
    outside.says("/drips", "o" * 200, drips=True)

    assert _failure(Question(url=f"{outside.origin}/drips", most_seconds=0.5)).failure == Failure.SLOW


def test_an_answer_cut_off_in_the_middle_is_no_answer(outside: Outside) -> None:
    outside.says("/cut", "halvt", headers={"Content-Length": "5000"})

    assert _failure(Question(url=f"{outside.origin}/cut", most_seconds=2)).failure in {
        Failure.UNREACHABLE,
        Failure.SLOW,
    }


def test_a_source_that_is_down_is_unreachable() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]

    assert _failure(Question(url=f"http://127.0.0.1:{port}/")).failure == Failure.UNREACHABLE


def test_a_redirect_is_followed_on_the_same_machine(outside: Outside) -> None:
    outside.says("/old", status=301, headers={"Location": "/new"})
    outside.says("/new", "her")

    assert fetch(Question(url=f"{outside.origin}/old")).content == b"her"


@pytest.mark.parametrize(
    "target",
    [
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/",
        "http://[::ffff:192.168.1.1]/",
        "http://[fd00::1]/",
        "file:///etc/passwd",
        "gopher://example.dk/",
        "http://user:password@example.dk/",
        "",
    ],
)
def test_a_redirect_to_a_place_inside_is_refused(outside: Outside, target: str) -> None:
    outside.says("/a", status=302, headers={"Location": target})

    assert _failure(Question(url=f"{outside.origin}/a")).failure == Failure.FORBIDDEN
    assert len(outside.asked) == 1


def test_redirects_do_not_go_round_forever(outside: Outside) -> None:
    outside.says("/a", status=302, headers={"Location": "/a"})

    assert _failure(Question(url=f"{outside.origin}/a")).failure == Failure.REFUSED
    assert len(outside.asked) == 4


def test_in_production_not_even_this_machine_is_asked(outside: Outside, settings: object) -> None:
    settings.FEEDS_MAY_REACH_LOOPBACK = False  # type: ignore[attr-defined]

    assert _failure(Question(url=f"{outside.origin}/a")).failure == Failure.FORBIDDEN
    assert outside.asked == []


def test_a_name_that_leads_inside_is_refused_whichever_address_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def both(_host: str, port: int, **_options: object) -> list[object]:
        return [(2, 1, 6, "", (address, port)) for address in ("93.184.216.34", "192.168.0.10")]

    monkeypatch.setattr("socket.getaddrinfo", both)

    assert _failure(Question(url="https://feed.example.dk/")).failure == Failure.FORBIDDEN


@pytest.mark.parametrize(
    "inside",
    [
        *("10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "100.64.0.1", "0.0.0.0", "224.0.0.1"),  # noqa: S104
        *("127.0.0.1", "::1", "::", "fe80::1", "fc00::1", "::ffff:10.0.0.1", "2002:0a00:0001::", "255.255.255.255"),
    ],
)
def test_no_address_that_is_not_public_is_connected_to(inside: str) -> None:
    with pytest.raises(ForbiddenAddress):
        judged(inside, loopback=False)


@pytest.mark.parametrize("public", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"])
def test_public_addresses_are(public: str) -> None:
    assert judged(public, loopback=False) == public


@pytest.mark.parametrize("url", ["ftp://a.dk/", "//a.dk/", "https://", "http://a.dk:99999/", "http://[::1/", "a.dk"])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(ForbiddenAddress):
        origin_of(url)
