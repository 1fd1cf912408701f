"""One person at the table: keeps the board open as the page does (ui/live.js), and writes when it is their turn."""

from __future__ import annotations

import json
import queue
import re
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from bs4 import BeautifulSoup

from bench.at_size.visiting import FOUND, MOVED, Answer, Visitor, form_of

_BACKGROUND: Mapping[str, str] = MappingProxyType({"X-Background": "1"})
_REFRESH: Mapping[str, str] = MappingProxyType({"X-Background": "1", "HX-Request": "true"})
# Signals that are due so soon are asked for together.
_SLACK = 0.5
# Each note bears a word that is no other's; letters alone, since no form takes what looks like somebody's number.
_MARK = re.compile(r"mærke ([a-z]+)")


def note_with(mark: str) -> str:
    """Write a note that is found again."""
    return f"Roligt ved stationen, mærke {mark}. Klubben holder længe åbent, og gadeteamet går en runde mere."


@dataclass
class Told:
    """What everybody measured: when notes were accepted, when each reader had them, times of requests, what failed."""

    accepted: dict[str, float] = field(default_factory=dict)
    writers: dict[str, int] = field(default_factory=dict)
    seen: dict[tuple[int, str], float] = field(default_factory=dict)
    signals: list[float] = field(default_factory=list)
    refreshes: list[float] = field(default_factory=list)
    posts: list[float] = field(default_factory=list)
    bytes: list[int] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@dataclass(kw_only=True)
class Part:
    """A part of the page that refreshes itself: where its signal is, where it comes from, how often it asks."""

    signal: str
    source: str
    version: str
    every: float
    due_at: float = 0.0


@dataclass
class Reader:
    """A browser with the board open; `notes` are those that it is to send."""

    number: int
    visitor: Visitor
    path: str
    told: Told
    notes: queue.SimpleQueue[str] = field(default_factory=queue.SimpleQueue)
    parts: list[Part] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)

    def open(self) -> None:
        """Open the page, and read from it what refreshes itself, and its form."""
        answer = self._expect(self.visitor.get(self.path), FOUND)
        now = time.perf_counter()
        for part in BeautifulSoup(answer.body, "html.parser").select("[data-live]"):
            told = {name: str(part[f"data-live-{name}"]) for name in ("url", "version", "seconds")}
            every, source = float(told["seconds"]), str(part.get("hx-get") or self.path)
            self.parts.append(
                Part(signal=told["url"], source=source, version=told["version"], every=every, due_at=now + every)
            )
        self.fields = form_of(answer.body, holding=["item", "text"])
        self._look_for_notes(answer)

    def stay(self, leaving: threading.Event) -> None:
        """Ask for signals at the page's own pace, refresh what has changed, and write in between."""
        while not leaving.is_set():
            self._wait_until(min(part.due_at for part in self.parts), leaving)
            for part in [part for part in self.parts if part.due_at <= time.perf_counter() + _SLACK]:
                try:
                    self._look(part)
                except Exception as error:
                    self.told.errors.append(f"{type(error).__name__}: {error}"[:120])
                part.due_at = time.perf_counter() + part.every

    def _wait_until(self, moment: float, leaving: threading.Event) -> None:
        while (left := moment - time.perf_counter()) > 0 and not leaving.is_set():
            try:
                mark = self.notes.get(timeout=min(left, 0.5))
            except queue.Empty:
                continue
            try:
                self._write(mark)
            except Exception as error:
                self.told.errors.append(f"{type(error).__name__}: {error}"[:120])

    def _look(self, part: Part) -> None:
        answer = self._expect(self.visitor.get(part.signal, _BACKGROUND), FOUND)
        self.told.signals.append(answer.seconds)
        version = str(json.loads(answer.body)["version"])
        if version == part.version:
            return
        part.version = version
        answer = self._expect(self.visitor.get(part.source, _REFRESH), FOUND)
        self.told.refreshes.append(answer.seconds)
        self.told.bytes.append(len(answer.body))
        self._look_for_notes(answer)

    def _write(self, mark: str) -> None:
        """Send a note as the form does, and follow to the page that it leads to."""
        fields = {**self.fields, "item": "nu", "text": note_with(mark)}
        answer = self._expect(self.visitor.send(self.path, fields), MOVED)
        self.told.writers[mark] = self.number
        self.told.accepted[mark] = time.perf_counter()
        self.told.posts.append(answer.seconds)
        self._look_for_notes(self._expect(self.visitor.get(self.path), FOUND))

    def _look_for_notes(self, answer: Answer) -> None:
        now = time.perf_counter()
        for mark in _MARK.findall(answer.body.decode()):
            self.told.seen.setdefault((self.number, mark), now)

    def _expect(self, answer: Answer, status: int) -> Answer:
        if answer.status != status:
            raise OSError(f"{answer.status} for {status}")
        return answer
