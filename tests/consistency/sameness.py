"""What must not differ between two answers, once what differs by nature is taken away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

# What differs from one request to the next by nature: form tokens, nonces, and how long ago something was.
_NATURAL = re.compile(
    rb'csrfmiddlewaretoken" value="[^"]+"|nonce="?[\w+/=-]+"?|"X-CSRFToken": "[^"]+"|data-owner="[^"]+"'
    rb"|for \d+ \w+ siden|lige nu|kl\. \d\d\.\d\d"
    # A new secret for a code app, each time the page is shown.
    rb'|name="sealed" value="[^"]+"|class="one-time-link">[^<]+|<path[^>]+qrline[^>]+>'
)
_NONCE = re.compile(r"nonce-[\w+/=-]+")
_COOKIES_OF_FORMS = {"csrftoken", "__Host-csrftoken"}


def without_nature(content: bytes) -> bytes:
    """Take away what differs by nature."""
    return _NATURAL.sub(b"", content)


@dataclass(frozen=True)
class Seen:
    """All that a visitor can see of an answer, and how many questions the database was asked for it."""

    status: int
    headers: tuple[tuple[str, str], ...]
    cookies: frozenset[str]
    content: str
    queries: int


def seen(browser: Client, method: str, address: str, *, unlike: str) -> Seen:
    """Ask, and give what is seen; the address itself, which pages and headers may repeat, is written as `unlike`."""
    connection.queries_log.clear()  # Django keeps 9,000 and warns beyond: a visitor of every address asks more
    with CaptureQueriesContext(connection) as asked:
        answer: HttpResponse = getattr(browser, method)(address)
    return Seen(
        status=answer.status_code,
        headers=tuple(sorted((name, _plain(told, address, unlike)) for name, told in answer.headers.items())),
        cookies=frozenset(set(answer.cookies) - _COOKIES_OF_FORMS),
        content=_plain(without_nature(answer.content).decode(), address, unlike),
        queries=len(asked),
    )


def _plain(told: str, address: str, unlike: str) -> str:
    spellings = (address, quote(address), quote(address, safe=""))
    for spelled in spellings:
        told = told.replace(spelled, unlike)
    return _NONCE.sub("nonce", told)
