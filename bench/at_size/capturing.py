"""Runs in a process of its own: makes requests inside the application and notes each statement that they send.

Usage: python -m bench.at_size.capturing, which reads one pickled Wish after the other and answers each with Captured.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

_UUID_BYTES = 16


@dataclass(frozen=True, kw_only=True)
class Wish:
    """One request as the browser makes it."""

    path: str
    cookies: dict[str, str]
    fields: dict[str, str] | None = None


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One statement: by which login, in a transaction or not, with what values."""

    login: str
    in_transaction: bool
    sql: str
    params: Any = None


@dataclass
class Captured:
    """What a request sent to the database; `made` are the numbers that it drew for new rows."""

    status: int = 0
    statements: list[Statement] = field(default_factory=list)
    made: list[UUID] = field(default_factory=list)


def answer_wishes() -> None:
    """Answer until nobody asks any more."""
    import django

    django.setup()
    while True:
        try:
            wish: Wish = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own parent
        except EOFError:
            return
        sys.stdout.buffer.write(pickle.dumps(_capture(wish)))
        sys.stdout.buffer.flush()


def _capture(wish: Wish) -> Captured:
    """Make the request; a page is made once before, so that templates are compiled and logins are open."""
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1", "origin": os.environ["RUNDBORD_ORIGIN"]})
    client.cookies.load(wish.cookies)
    client.get(wish.path)
    captured = Captured()
    with _noting(captured), _drawing(captured):
        response = client.get(wish.path) if wish.fields is None else client.post(wish.path, wish.fields)
    captured.status = response.status_code
    return captured


@contextmanager
def _noting(captured: Captured) -> Iterator[None]:
    from django.db import connections

    def note(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]) -> Any:
        connection = context["connection"]
        inside = connection.in_atomic_block
        told = Statement(login=connection.alias, in_transaction=inside, sql=str(sql), params=_plain(params))
        captured.statements.append(told)
        return execute(sql, params, many, context)

    with ExitStack() as wrapped:
        for alias in connections:
            wrapped.enter_context(connections[alias].execute_wrapper(note))
        yield


@contextmanager
def _drawing(captured: Captured) -> Iterator[None]:
    """Note each UUID that is drawn: the replay needs other ones, or its rows would be there already."""
    draw = os.urandom

    def drawn(size: int) -> bytes:
        made = draw(size)
        if size == _UUID_BYTES:
            captured.made.append(UUID(bytes=made, version=4))
        return made

    os.urandom = drawn
    try:
        yield
    finally:
        os.urandom = draw


def _plain(value: Any) -> Any:
    if isinstance(value, memoryview):
        return bytes(value)
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    return value


if __name__ == "__main__":
    # Pickled under the name that the parent imports, not as `__main__`.
    from bench.at_size import capturing

    capturing.answer_wishes()
