"""How the rows of a world are chosen: by Hypothesis, or from a seed for a rich one."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


class Choice(Protocol):
    """Chooses."""

    def pick(self, options: Sequence[T]) -> T:
        """Choose one."""

    def some(self, options: Sequence[T]) -> list[T]:
        """Choose none, one or two."""

    def count(self, at_most: int) -> int:
        """Choose how many."""


class Drawn:
    """Chooses as Hypothesis draws; the first option is the simplest."""

    def __init__(self, data: st.DataObject) -> None:
        """Draw from the test's own data."""
        self._data = data

    def pick(self, options: Sequence[T]) -> T:
        """Draw one."""
        return self._data.draw(st.sampled_from(options))

    def some(self, options: Sequence[T]) -> list[T]:
        """Draw a few; the same twice is once."""
        return _once(self._data.draw(st.lists(st.sampled_from(options), max_size=2)))

    def count(self, at_most: int) -> int:
        """Draw a number."""
        return self._data.draw(st.integers(0, at_most))


class Seeded:
    """Chooses from a seed, always the same, and more of everything than Hypothesis would."""

    def __init__(self, seed: str, *, richness: int) -> None:
        """`richness` times as many rows as a drawn world has at most."""
        self._random = random.Random(seed)  # noqa: S311 — a world to test in, no secret
        self._richness = richness

    def pick(self, options: Sequence[T]) -> T:
        """Choose one."""
        return self._random.choice(options)

    def some(self, options: Sequence[T]) -> list[T]:
        """Choose none, one or two."""
        return _once(self._random.sample(options, k=self._random.choice((0, 1, 2))))

    def count(self, at_most: int) -> int:
        """Give as many as are rich."""
        return at_most * self._richness


def _once(some: Sequence[T]) -> list[T]:
    return list(dict.fromkeys(some))
