"""Behind a proxy: only the installation's own sources are asked for, encrypted from end to end."""

from __future__ import annotations

import base64
import socket
import ssl

import pytest

from rundbord.config.environment import Proxy
from rundbord.feeds.fetching import FetchFailed, Question, fetch
from rundbord.feeds.rules.addresses import ForbiddenAddress, judge_unseen
from rundbord.feeds.vocabulary import Failure
from tests.factories.proxies import ProxyInBetween, anonymous_encryption

SOURCES = ("https://nyheder.example/api", "http://meldinger.example:8080/rss", "")


@pytest.fixture
def _no_certificates(monkeypatch: pytest.MonkeyPatch) -> None:
    encrypted = anonymous_encryption(ssl.PROTOCOL_TLS_CLIENT)
    monkeypatch.setattr("rundbord.feeds.fetching.lines.ssl.create_default_context", lambda: encrypted)


@pytest.fixture
def _nobody_knows_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail every look-up of a name but the proxy's own address: behind a proxy there is often no resolver."""
    real = socket.getaddrinfo

    def look_up(host: str, *rest: object, **options: object) -> object:
        if host != "127.0.0.1":
            raise socket.gaierror(f"{host} was looked up here")
        return real(host, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("socket.getaddrinfo", look_up)


def _failure(question: Question) -> FetchFailed:
    with pytest.raises(FetchFailed) as failed:
        fetch(question)
    return failed.value


@pytest.mark.usefixtures("_no_certificates", "_nobody_knows_names")
def test_an_encrypted_source_is_reached_through_a_tunnel_that_the_proxy_cannot_read(proxy: ProxyInBetween) -> None:
    proxy.body = "Døgnrapport".encode()

    answer = fetch(Question(url="https://nyheder.example/api?page=1", etag='"7"'))

    assert answer.content == "Døgnrapport".encode()
    assert [head[0].rpartition(" ")[0] for head in proxy.seen] == ["CONNECT nyheder.example:443"]
    assert proxy.asked_inside == ["GET /api?page=1 HTTP/1.1"]
    assert not any('"7"' in line for head in proxy.seen for line in head)


@pytest.mark.usefixtures("_nobody_knows_names")
def test_a_proxy_that_ends_the_encryption_itself_is_refused(proxy: ProxyInBetween) -> None:
    failed = _failure(Question(url="https://nyheder.example/api"))

    assert failed.failure == Failure.NO_WAY_OUT
    assert proxy.asked_inside == []


@pytest.mark.usefixtures("_nobody_knows_names")
def test_a_source_without_encryption_is_asked_for_by_its_whole_address(proxy: ProxyInBetween) -> None:
    proxy.body = b"ord"

    assert fetch(Question(url="http://meldinger.example:8080/rss?publisherId=1")).content == b"ord"

    [head] = proxy.seen
    assert head[0] == "GET http://meldinger.example:8080/rss?publisherId=1 HTTP/1.1"
    assert "Host: meldinger.example:8080" in head


@pytest.mark.usefixtures("_no_certificates")
@pytest.mark.parametrize("url", ["https://nyheder.example/api", "http://meldinger.example:8080/rss"])
def test_a_proxy_that_wants_a_password_gets_it_and_nobody_behind_it(
    proxy: ProxyInBetween, settings: object, url: str
) -> None:
    settings.FEEDS_PROXY = Proxy(  # type: ignore[attr-defined]
        host="127.0.0.1", port=proxy.port, user="rundbord", password="grøn"
    )
    secret = base64.b64encode("rundbord:grøn".encode("latin-1")).decode()

    fetch(Question(url=url))

    told = [line.lower() for head in proxy.seen for line in head]
    assert f"proxy-authorization: basic {secret}".lower() in told
    assert len(proxy.seen) == 1


@pytest.mark.parametrize("status", [403, 407, 502])
def test_a_proxy_that_says_no_is_named_with_its_number(proxy: ProxyInBetween, status: int) -> None:
    proxy.answers = f"{status} No"

    failed = _failure(Question(url="https://nyheder.example/api"))

    assert (failed.failure, failed.status) == (Failure.NO_WAY_OUT, status)


def test_a_proxy_that_is_down_is_named(proxy: ProxyInBetween, settings: object) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.FEEDS_PROXY = Proxy(host="127.0.0.1", port=closed.getsockname()[1])  # type: ignore[attr-defined]

    failed = _failure(Question(url="https://nyheder.example/api"))

    assert (failed.failure, failed.status) == (Failure.NO_WAY_OUT, None)


def test_a_proxy_that_says_yes_a_letter_at_a_time_is_left(proxy: ProxyInBetween) -> None:
    proxy.drips = True

    assert _failure(Question(url="https://nyheder.example/api", most_seconds=0.4)).failure == Failure.SLOW


def test_the_proxy_is_never_asked_for_what_is_no_source(proxy: ProxyInBetween) -> None:
    for url in (
        "https://intranet.example/",
        "http://10.0.0.1/",
        "http://169.254.169.254/latest/",
        "file:///etc/passwd",
    ):
        assert _failure(Question(url=url)).failure == Failure.FORBIDDEN

    assert proxy.seen == []


@pytest.mark.parametrize(
    "url",
    [
        *(
            "https://andre.example/",
            "https://nyheder.example:22/",
            "http://nyheder.example/",
            "https://nyheder.example./",
        ),
        *("http://10.0.0.1:8080/", "http://[fd00::1]/", "http://[::ffff:10.0.0.1]/", "http://2130706433/"),
        *("http://127.1/", "http://0x7f000001/", "http://0177.0.0.1/", "http://10.0.0.1./", "http://93.184.216.34/"),
    ],
)
def test_only_hosts_of_the_sources_are_asked_for_by_name(url: str) -> None:
    with pytest.raises(ForbiddenAddress):
        judge_unseen(url, sources=SOURCES, loopback=False)


@pytest.mark.parametrize(
    "url", ["https://nyheder.example/andet", "http://meldinger.example:8080/", "https://meldinger.example/rss"]
)
def test_the_sources_are_by_their_own_port_or_the_encrypted_one(url: str) -> None:
    judge_unseen(url, sources=SOURCES, loopback=False)


@pytest.mark.parametrize("inside", ["http://10.0.0.1/", "http://127.0.0.1/", "http://0x7f.1/", "http://[::1]/"])
def test_not_even_a_source_of_the_settings_may_be_an_address_inside(inside: str) -> None:
    with pytest.raises(ForbiddenAddress):
        judge_unseen(inside, sources=[inside], loopback=False)
