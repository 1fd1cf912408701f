"""The HTTP client: one request over a judged line, bounded in time, size and redirects, each judged anew."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.client import HTTPException
from urllib.parse import urljoin, urlsplit

from urllib3.connection import HTTPConnection
from urllib3.exceptions import DecodeError, HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as Urllib3Timeout
from urllib3.response import BaseHTTPResponse

from rundbord.feeds.fetching.lines import Line, line_to
from rundbord.feeds.rules.addresses import ForbiddenAddress, is_downgrade
from rundbord.feeds.vocabulary import Failure

MOST_BYTES = 5 * 1024 * 1024
MOST_SECONDS = 20.0
_CONNECT_SECONDS = 5.0
_MOST_REDIRECTS = 3
_CHUNK = 64 * 1024
_TOLD_BY_PROXY = re.compile(r"Tunnel connection failed: (\d{3})\b")
_REDIRECTS = {301, 302, 303, 307, 308}


class FetchFailed(Exception):
    """Nothing usable came; `retry_after` where the source itself says when to come again."""

    def __init__(self, failure: Failure, *, status: int | None = None, retry_after: timedelta | None = None) -> None:
        """Why, in our own words, and the source's number for it."""
        super().__init__(failure.value)
        self.failure = failure
        self.status = status
        self.retry_after = retry_after


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked for: with `body` it is posted; the two marks ask for it only where it has changed."""

    url: str
    body: bytes = b""
    etag: str = ""
    last_modified: str = ""
    most_bytes: int = MOST_BYTES
    most_seconds: float = MOST_SECONDS


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came: `content` is None where nothing has changed since the marks that were sent."""

    content: bytes | None
    etag: str = ""
    last_modified: str = ""


def fetch(question: Question) -> Answer:
    """Ask, follow a few redirects, each judged anew; raise FetchFailed."""
    ends_at = time.monotonic() + question.most_seconds
    asked = question
    for _ in range(_MOST_REDIRECTS + 1):
        with _response(asked, ends_at) as response:
            if response.status not in _REDIRECTS:
                return _answer(response, question, ends_at)
            asked = _redirected(asked, response.headers.get("Location", ""))
    raise FetchFailed(Failure.REFUSED, status=HTTPStatus.LOOP_DETECTED)


def _redirected(question: Question, location: str) -> Question:
    target = urljoin(question.url, location)
    if not location or question.body or is_downgrade(question.url, target):
        raise FetchFailed(Failure.FORBIDDEN)
    return replace(question, url=target)


@contextmanager
def _response(question: Question, ends_at: float) -> Iterator[BaseHTTPResponse]:
    line = _line(question, ends_at)
    connection = line.connection
    try:
        with _cut_off(connection, ends_at):
            _connect(line, ends_at)
            connection.request(
                "POST" if question.body else "GET",
                line.target,
                body=question.body or None,
                headers={**_headers(question), **line.headers},
                preload_content=False,
            )
            with closing(connection.getresponse()) as response:
                yield response
    except DecodeError as error:
        raise FetchFailed(Failure.MALFORMED) from error
    except (HTTPError, HTTPException, OSError) as error:
        raise FetchFailed(Failure.SLOW if _is_late(error, ends_at) else Failure.UNREACHABLE) from error
    finally:
        connection.close()


def _line(question: Question, ends_at: float) -> Line:
    try:
        return line_to(question.url, seconds=min(_CONNECT_SECONDS, _left(ends_at)))
    except ForbiddenAddress as error:
        raise FetchFailed(Failure.FORBIDDEN) from error
    except OSError as error:
        raise FetchFailed(Failure.UNREACHABLE) from error


def _connect(line: Line, ends_at: float) -> None:
    """Open the line; a proxy that will not is named, since it is the installation's and not the source's."""
    try:
        line.connection.connect()
    except (HTTPError, HTTPException, OSError) as error:
        if not line.is_through_proxy or _is_late(error, ends_at):
            raise
        told = _TOLD_BY_PROXY.search(str(error))
        raise FetchFailed(Failure.NO_WAY_OUT, status=int(told[1]) if told else None) from error


def _is_late(error: Exception, ends_at: float) -> bool:
    """Tell a source that took too long from one that is not there, which urllib3 counts among the slow."""
    if time.monotonic() >= ends_at:
        return True
    return isinstance(error, TimeoutError | Urllib3Timeout) and not isinstance(error, NewConnectionError)


@contextmanager
def _cut_off(connection: HTTPConnection, ends_at: float) -> Iterator[None]:
    """Close the line when the time is up: a server that sends a letter a minute never lets a single read time out."""
    timer = threading.Timer(_left(ends_at), _shut, [connection])
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()


def _shut(connection: HTTPConnection) -> None:
    # Between a proxy's yes and the encryption the old end of the line is nobody's; the handshake has its own time.
    if connection.sock is not None:
        with suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


def _headers(question: Question) -> dict[str, str]:
    parts = urlsplit(question.url)
    given = {
        "Host": parts.netloc,
        "User-Agent": "Rundbord (situationsbillede; henter offentlige kilder)",
        "Accept-Encoding": "gzip",
        "Content-Type": "application/json" if question.body else "",
        "If-None-Match": question.etag,
        "If-Modified-Since": question.last_modified,
    }
    return {name: value for name, value in given.items() if value}


def _answer(response: BaseHTTPResponse, question: Question, ends_at: float) -> Answer:
    if response.status == HTTPStatus.NOT_MODIFIED and (question.etag or question.last_modified):
        return Answer(content=None, etag=question.etag, last_modified=question.last_modified)
    if response.status != HTTPStatus.OK:
        raise FetchFailed(
            Failure.REFUSED,
            status=response.status,
            retry_after=_retry_after(response.headers.get("Retry-After", "")),
        )
    return Answer(
        content=_content(response, question.most_bytes, ends_at),
        etag=response.headers.get("ETag", "")[:200],
        last_modified=response.headers.get("Last-Modified", "")[:80],
    )


def _content(response: BaseHTTPResponse, most_bytes: int, ends_at: float) -> bytes:
    """Read to the end, with an eye on size and clock after each piece: drops may come forever."""
    content = bytearray()
    while piece := response.read1(_CHUNK, decode_content=True):
        content += piece
        if len(content) > most_bytes:
            raise FetchFailed(Failure.TOO_LARGE)
        _left(ends_at)
    return bytes(content)


def _left(ends_at: float) -> float:
    left = ends_at - time.monotonic()
    if left <= 0:
        raise FetchFailed(Failure.SLOW)
    return left


def _retry_after(written: str) -> timedelta | None:
    if written.isdecimal():
        return timedelta(seconds=min(int(written), 86400))
    try:
        return max(parsedate_to_datetime(written) - datetime.now(UTC), timedelta())
    except (ValueError, TypeError):
        return None
