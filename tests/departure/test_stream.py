"""Sealing holds a few pieces in memory, however much streams by; what stops it is raised, and no half passes."""

from __future__ import annotations

import secrets
import tracemalloc
from collections.abc import Iterator

import pyrage
import pytest

from rundbord.departure.archive.sealing import seal_to
from rundbord.departure.queries.parts import PIECE_BYTES, PIECES_IN_PART, parts_of
from rundbord.departure.rules.recipients import objections_to_recipient

_MEGABYTES = 24


@pytest.fixture
def recipient() -> str:
    return str(pyrage.x25519.Identity.generate().to_public())


def test_memory_does_not_grow_with_what_streams_by(recipient: str) -> None:
    sizes: list[int] = []
    block = secrets.token_bytes(1 << 20)

    tracemalloc.start()
    seal_to(recipient, (block for _ in range(_MEGABYTES)), lambda piece: sizes.append(len(piece)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert sum(sizes) > _MEGABYTES << 20
    assert {*sizes[:-1]} == {PIECE_BYTES}
    assert peak < 8 << 20


def test_what_stops_the_reading_or_the_keeping_is_raised(recipient: str) -> None:
    def broken() -> Iterator[bytes]:
        yield b"begun"
        raise ValueError("the table is gone")

    def full(_piece: bytes) -> None:
        raise OSError("no room")

    with pytest.raises(ValueError, match="the table is gone"):
        seal_to(recipient, broken(), lambda _piece: None)
    with pytest.raises(OSError, match="no room"):
        seal_to(recipient, iter([secrets.token_bytes(3 << 20)]), full)


def test_parts_hold_thirty_two_megabytes() -> None:
    part = PIECE_BYTES * PIECES_IN_PART

    assert [parts_of(size) for size in (1, part, part + 1, 10 * part)] == [1, 1, 2, 10]


@pytest.mark.parametrize("typed", ["", "age1", "ssh-ed25519 AAAA", "AGE-SECRET-KEY-1QQQ", "age-secret-key-1qqq"])
def test_only_a_public_key_is_sealed_to(typed: str, recipient: str) -> None:
    assert len(objections_to_recipient(typed)) == 1
    assert objections_to_recipient(recipient) == []
