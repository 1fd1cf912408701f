"""Employees who report again and again while something breaks, and note what they were told was saved."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from bench.at_size.pages import TICKED
from bench.at_size.visiting import FOUND, MOVED, Visitor, form_of, signed_in
from bench.at_size.world import World

WRITERS = ("gade@gladsaxe", "klub@gladsaxe", "ssp@herlev", "betjent@vestegnen")
_FORM = "/indberet/"
_SIGN_IN = "/log-ind/"
_SOON = 15.0
# No two tests of one server write the same words.
_TURNS = itertools.count()


class NoForm(Exception):
    """The form did not open."""


@dataclass
class Told:
    """What the writers noted: what was accepted, and what answered otherwise or not at all."""

    accepted: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def report_with(visitor: Visitor, words: str) -> dict[str, str]:
    """Open the form, and give it filled in."""
    page = visitor.get(_FORM)
    if page.status != FOUND:
        raise NoForm(str(page.status))
    offered = form_of(page.body, holding=["text"])
    kept = {name: value for name, value in offered.items() if not name.startswith(TICKED)}
    return kept | {"text": words, "category": "uro", "place_text": "Stationen"}


@contextmanager
def writing(world: World) -> Iterator[Told]:
    """Let each writer send reports until the block ends."""
    told, leaving, turn = Told(), threading.Event(), next(_TURNS)
    visitors = [signed_in(world, name) for name in WRITERS]
    threads = [
        threading.Thread(target=_write, args=[visitor, f"{letter}a{_in_letters(turn)}", told, leaving])
        for letter, visitor in zip("bdfg", visitors, strict=True)
    ]
    for thread in threads:
        thread.start()
    try:
        yield told
    finally:
        leaving.set()
        for thread in threads:
            thread.join()


def _write(visitor: Visitor, name: str, told: Told, leaving: threading.Event) -> None:
    turn = 0
    while not leaving.wait(0.05):
        turn += 1
        words = f"Roligt ved stationen, mærke {name}{_in_letters(turn)}."
        try:
            answer = visitor.send(_FORM, report_with(visitor, words))
        except NoForm as closed:
            told.refused.append(str(closed))
        except OSError as error:
            told.refused.append(type(error).__name__)
        else:
            is_saved = answer.status == MOVED and not answer.location.startswith(_SIGN_IN)
            if is_saved:
                told.accepted.append(words)
            else:
                told.refused.append(f"{answer.status} {answer.location}".strip())


def _in_letters(number: int) -> str:
    return "".join("bcdfghjklm"[int(digit)] + "e" for digit in f"{number:04d}")


def times_stored(world: World, words: list[str]) -> dict[str, int]:
    """Count how often each text stands among the reports."""
    with world.as_superuser() as connection:
        found = connection.execute(
            "SELECT text, count(*) FROM situation_report WHERE text = ANY(%s) GROUP BY text", [words]
        ).fetchall()
    return {str(text): int(str(count)) for text, count in found}


def seconds_until_well(visitor: Visitor, path: str = "/") -> float:
    """Ask until the page is there again; give how long that took, and fail when it takes too long."""
    began = time.monotonic()
    while time.monotonic() < began + _SOON:
        try:
            if visitor.get(path).status == FOUND:
                return time.monotonic() - began
        except OSError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"{path} is not back after {_SOON:.0f} s")
