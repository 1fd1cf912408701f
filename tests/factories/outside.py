"""The world outside: a source on this machine that answers as it is told, and invented news to put into it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

import pytest

NEWS, MESSAGES, STATISTICS = "/api/news/getNewsResults", "/rss/short-messages/latest", "/v1/data"


@dataclass
class Reply:
    """One answer; `drips` sends it a letter at a time."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    waits: float = 0.0
    drips: bool = False


@dataclass
class Asked:
    """One request as it arrived."""

    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes


class Outside:
    """A source: `says` sets what a path answers from now on, `asked` lists what it was asked."""

    def __init__(self) -> None:
        """Listen on a free port of this machine."""
        self.asked: list[Asked] = []
        self._replies: dict[str, Reply] = {}
        self._pages: dict[str, list[Reply]] = {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"outside": self}))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    @property
    def origin(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def says(self, path: str, body: str | bytes = b"", **more: object) -> None:
        """Answer a path in this way."""
        content = body.encode() if isinstance(body, str) else body
        self._pages.pop(path, None)
        self._replies[path] = Reply(body=content, **more)  # type: ignore[arg-type]

    def says_in_pages(self, path: str, *bodies: str) -> None:
        """Answer the first request for each page with its body, pages beyond the last with an empty list."""
        self._pages[path] = [Reply(body=body.encode()) for body in bodies]

    def stop(self) -> None:
        """Close."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def reply_to(self, asked: Asked) -> Reply:
        """Give the answer to one request."""
        if pages := self._pages.get(asked.path):
            number = int(asked.query["page"][0])
            return pages[number - 1] if number <= len(pages) else Reply(body=b'{"NewsList": []}')
        reply = self._replies.get(asked.path, Reply(status=404))
        if reply.headers.get("ETag") and asked.headers.get("If-None-Match") == reply.headers["ETag"]:
            return Reply(status=304)
        return reply


class _Handler(BaseHTTPRequestHandler):
    """Answers one request as the source was told."""

    outside: Outside

    def do_GET(self) -> None:
        """Answer a question."""
        self._answer(b"")

    def do_POST(self) -> None:
        """Answer a question with a body."""
        self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""

    def _answer(self, body: bytes) -> None:
        parts = urlsplit(self.path)
        asked = Asked(parts.path, parse_qs(parts.query), dict(self.headers), body)
        self.outside.asked.append(asked)
        reply = self.outside.reply_to(asked)
        time.sleep(reply.waits)
        self.send_response(reply.status)
        for name, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        with suppress(OSError):
            self._send(reply)

    def _send(self, reply: Reply) -> None:
        if not reply.drips:
            self.wfile.write(reply.body)
            return
        for letter in reply.body:
            self.wfile.write(bytes([letter]))
            self.wfile.flush()
            time.sleep(0.05)


@pytest.fixture
def outside(settings: object) -> Iterator[Outside]:
    """The sources, and this installation's settings that lead to them."""
    started = Outside()
    for name, path in {"NEWS_URL": NEWS, "SHORT_MESSAGES_URL": MESSAGES, "STATISTICS_URL": STATISTICS}.items():
        setattr(settings, name, started.origin + path)
    yield started
    started.stop()


@dataclass(frozen=True)
class Sent:
    """A short message: its words, when, of which release, and its own number."""

    words: str
    at: datetime
    release: int = 14843785
    number: str = ""

    @property
    def guid(self) -> str:
        """What the source knows it by."""
        return self.number or f"https://via.ritzau.dk/kort/{self.release}/{self.at:%H%M%S}"


def rss(*messages: Sent) -> str:
    """Write messages as the source does."""
    items = "".join(
        f"<item><title>{escape(each.words)}</title>"
        f"<link>https://via.ritzau.dk/pressemeddelelse/{each.release}/kort?publisherId=90718</link>"
        f"<description></description><pubDate>{format_datetime(each.at)}</pubDate>"
        f"<guid>{escape(each.guid)}</guid><regulatory>false</regulatory></item>"
        for each in messages
    )
    head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Politi</title>'
    return f"{head}{items}</channel></rss>"


def news(*articles: dict[str, object]) -> str:
    """Write a page of the news list."""
    return json.dumps({"NewsList": list(articles), "TotalNumberOfNews": len(articles)})


def article(body: str, at: datetime, *, key: str = "A-1", **more: object) -> dict[str, object]:
    """Write one daily report as the list gives it."""
    return {
        "DistrictName": "Østjyllands Politi",
        "ArticleType": "Døgnrapport",
        "PublishDate": f"{at.day}. {at:%m} {at.year}",
        "ListDate": at.isoformat(),
        "Link": f"/doegnrapporter/{key}",
        "Headline": "Døgnrapport",
        "Manchet": "",
        "Article": body,
        "Id": key,
        **more,
    }
