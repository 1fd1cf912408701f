"""One employee's hour: opens a page, lets it live as a browser does, follows one of its links, and at times reports."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from random import Random
from types import MappingProxyType
from typing import Any

from bench.at_size.pages import TICKED
from bench.at_size.visiting import FOUND, MOVED, Answer, Visitor, form_of

HOME = "/"
REPORT = "/indberet/"
_BACKGROUND: Mapping[str, str] = MappingProxyType({"X-Background": "1"})
_REFRESH: Mapping[str, str] = MappingProxyType({"X-Background": "1", "HX-Request": "true"})
_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
# Out of so many pages somebody begins again from the start page, and somebody who reports writes a report.
_GOES_HOME, _REPORTS = 0.2, 0.1
_MOST_MOVES = 5
_WORDS = "Roligt ved stationen i aften. Klubben holder længe åbent, og gadeteamet går en runde mere."


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request that was answered: what for, where (without keys), seconds, and when it was sent."""

    kind: str
    shape: str
    seconds: float


@dataclass
class Log:
    """What all walkers noted together."""

    asked: list[Asked] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    late: int = 0


@dataclass(kw_only=True)
class _Live:
    signal: str
    source: str
    version: str
    every: float
    due_at: float


class _Page(HTMLParser):
    """What a browser would act on: links of one's own, and parts that refresh themselves."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self.links: list[str] = []
        self.live: list[Mapping[str, str]] = []
        self.feed(body.decode("utf-8", "replace"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a link or a living part."""
        told = {name: value or "" for name, value in attrs}
        if tag == "a" and _is_page(told.get("href", "")):
            self.links.append(told["href"].partition("#")[0])
        if "data-live" in told:
            self.live.append(told)


def _is_page(address: str) -> bool:
    return address.startswith("/") and not address.startswith(("//", "/static/", "/andet-trin/"))


@dataclass(kw_only=True)
class Walker:
    """One signed-in user who opens a page every so many seconds; `reports` where the role writes reports."""

    visitor: Visitor
    log: Log
    chance: Random
    every: float
    reports: bool
    _at: str = HOME
    _page: _Page = field(default_factory=lambda: _Page(b""))
    _live: list[_Live] = field(default_factory=list)

    def walk(self, leaving: threading.Event, *, waits: float) -> None:
        """Open page after page until it is time to leave; the first after so many seconds."""
        due_at = time.perf_counter() + waits
        while not leaving.wait(max(min(due_at - time.perf_counter(), 0.5), 0.01)):
            self._keep_alive()
            if time.perf_counter() < due_at:
                continue
            self._try(self._next)
            due_at += self.every
            if due_at < time.perf_counter():
                self.log.late += 1
                due_at = time.perf_counter()

    def _try(self, act: Any, *given: Any) -> None:
        try:
            act(*given)
        except Exception as error:
            self.log.errors.append(f"{type(error).__name__}: {error}"[:160])
            self._at, self._page, self._live = HOME, _Page(b""), []

    def _next(self) -> None:
        if self.reports and self.chance.random() < _REPORTS:
            self._report()
        elif self._page.links and self.chance.random() > _GOES_HOME:
            self._open(self.chance.choice(self._page.links))
        else:
            self._open(HOME)

    def _report(self) -> None:
        form = form_of(self._open(REPORT).body, holding=["text"])
        filled = {name: value for name, value in form.items() if not name.startswith(TICKED)}
        filled |= {"text": _WORDS, "category": "uro", "place_text": "Stationen"}
        answer = self._note("report sent", REPORT, self.visitor.send(REPORT, filled))
        if answer.status != MOVED:
            raise OSError(f"{answer.status} for a report")
        self._open(answer.location)

    def _open(self, address: str) -> Answer:
        answer = self._note("page", address, self.visitor.get(address))
        for _ in range(_MOST_MOVES):
            if answer.status != MOVED:
                break
            address = answer.location
            answer = self._note("page", address, self.visitor.get(address))
        if answer.status != FOUND:
            raise OSError(f"{answer.status} at {shape_of(address)} from {shape_of(self._at)}")
        self._at, self._page = address, _Page(answer.body if answer.is_html else b"")
        now = time.perf_counter()
        self._live = [_living(told, address, now) for told in self._page.live]
        return answer

    def _keep_alive(self) -> None:
        for part in [part for part in self._live if part.due_at <= time.perf_counter()]:
            part.due_at = time.perf_counter() + part.every
            self._try(self._look, part)

    def _look(self, part: _Live) -> None:
        answer = self._note("signal", part.signal, self.visitor.get(part.signal, _BACKGROUND))
        if answer.status != FOUND:
            raise OSError(f"{answer.status} for the signal {shape_of(part.signal)}")
        version = str(json.loads(answer.body)["version"])
        if version != part.version:
            part.version = version
            self._refresh(part)

    def _refresh(self, part: _Live) -> None:
        answer = self._note("refresh", part.source, self.visitor.get(part.source, _REFRESH))
        if answer.status != FOUND:
            raise OSError(f"{answer.status} for a part of {shape_of(part.source)}")

    def _note(self, kind: str, address: str, answer: Answer) -> Answer:
        self.log.asked.append(Asked(kind=kind, shape=shape_of(address), seconds=answer.seconds))
        return answer


def _living(told: Mapping[str, str], address: str, now: float) -> _Live:
    every = float(told["data-live-seconds"])
    source = told.get("hx-get") or address
    version, signal = told["data-live-version"], told["data-live-url"]
    return _Live(signal=signal, source=source, version=version, every=every, due_at=now + every)


def shape_of(address: str) -> str:
    """Give an address without its keys and questions, so that a thousand files are one line."""
    return _KEY.sub("•", address.partition("?")[0])
