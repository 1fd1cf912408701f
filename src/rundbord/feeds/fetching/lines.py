"""The line to a source: directly to the very address that was judged, or through the installation's proxy by name."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import make_headers

from rundbord.feeds.rules.addresses import judge_unseen, judged, origin_of


@dataclass(frozen=True, kw_only=True)
class Line:
    """A connection that is not open yet, what is asked for over it, and what the proxy wants to be told."""

    connection: HTTPConnection
    target: str
    headers: Mapping[str, str] = field(default_factory=dict)
    is_through_proxy: bool = False


def line_to(url: str, *, seconds: float) -> Line:
    """Prepare the line; raise ForbiddenAddress, and OSError where the name is known to nobody."""
    if settings.FEEDS_PROXY is not None:
        return _through_proxy(url, seconds=seconds)
    scheme, host, port = origin_of(url)
    # Connected to by its address, so that the name cannot lead elsewhere in the meantime.
    address = _judged_address(host, port)
    if scheme == "http":
        return Line(connection=HTTPConnection(address, port, timeout=seconds), target=_path_of(url))
    return Line(connection=_encrypted(address, port, host, seconds=seconds), target=_path_of(url))


def _judged_address(host: str, port: int) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError("no name") from error
    # Every address of the name must do: one that is not public is a trap, whichever would have been taken.
    judgements = [judged(str(each[4][0]), loopback=settings.FEEDS_MAY_REACH_LOOPBACK) for each in found]
    return judgements[0]


def _through_proxy(url: str, *, seconds: float) -> Line:
    sources = (settings.NEWS_URL, settings.SHORT_MESSAGES_URL, settings.STATISTICS_URL)
    judge_unseen(url, sources=sources, loopback=settings.FEEDS_MAY_REACH_LOOPBACK)
    scheme, host, port = origin_of(url)
    proxy = settings.FEEDS_PROXY
    assert proxy is not None  # noqa: S101 — asked for only where there is one
    told = make_headers(proxy_basic_auth=f"{proxy.user}:{proxy.password}") if proxy.user else {}
    if scheme == "http":
        # Without encryption there is nothing to tunnel: the proxy is asked for the whole address.
        plain = HTTPConnection(proxy.host, proxy.port, timeout=seconds)
        return Line(connection=plain, target=url, headers=told, is_through_proxy=True)
    tunnel = _encrypted(proxy.host, proxy.port, host, seconds=seconds)
    tunnel.set_tunnel(host, port, headers=told, scheme="http")
    return Line(connection=tunnel, target=_path_of(url), is_through_proxy=True)


def _encrypted(host: str, port: int, named: str, *, seconds: float) -> HTTPSConnection:
    """Prepare an encrypted line whose certificate must be of the source, whoever is connected to."""
    return HTTPSConnection(
        host,
        port,
        timeout=seconds,
        ssl_context=ssl.create_default_context(),
        server_hostname=named,
        assert_hostname=named,
    )


def _path_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
