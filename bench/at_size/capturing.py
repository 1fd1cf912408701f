"""Runs in a process of its own: makes requests inside the application and notes each statement that they send.

Usage: python -m bench.at_size.capturing, which reads one pickled Wish after the other and answers each with Captured.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from uuid import UUID

import django
from django.db import connections
from django.test import Client

from bench.at_size.captured import Captured, Statement, Wish

_UUID_BYTES = 16


def answer_wishes() -> None:
    """Answer until nobody asks any more."""
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
    client = Client(headers={"host": "127.0.0.1", "origin": os.environ["RUNDBORD_ORIGIN"]})
    client.cookies.load(wish.cookies)
    client.get(wish.path, headers=wish.headers)
    captured = Captured()
    with _noting(captured), _drawing(captured):
        response = _made(client, wish)
    captured.status = response.status_code
    return captured


def _made(client: Client, wish: Wish) -> Any:
    if wish.fields is None:
        return client.get(wish.path, headers=wish.headers)
    return client.post(wish.path, wish.fields)


@contextmanager
def _noting(captured: Captured) -> Iterator[None]:
    def note(execute: Callable[..., Any], sql: Any, params: Any, *rest: Any) -> Any:
        connection = rest[-1]["connection"]
        inside = connection.in_atomic_block
        told = Statement(login=connection.alias, in_transaction=inside, sql=str(sql), params=_plain(params))
        captured.statements.append(told)
        return execute(sql, params, *rest)

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
    answer_wishes()
