"""Who uses which cluster folder: a lock that the kernel drops with the process, so that it cannot be left behind."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path


class Taken(Exception):
    """Another process holds the folder."""


@contextmanager
def lease(home: Path) -> Iterator[None]:
    """Hold the folder for as long as the block lasts, or raise Taken."""
    home.parent.mkdir(parents=True, exist_ok=True)
    with home.with_suffix(".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Taken(str(home)) from error
        yield


@contextmanager
def first_free(first: Path) -> Iterator[Path]:
    """Hold the first of `first`, `first-2`, `first-3` … that nobody else holds."""
    for number in count(1):
        home = first if number == 1 else first.with_name(f"{first.name}-{number}")
        try:
            with lease(home):
                yield home
                return
        except Taken as taken:
            if str(taken) != str(home):
                raise
