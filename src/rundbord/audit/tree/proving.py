"""Roots and proofs, from whatever keeps the hashes of complete subtrees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from rundbord.audit.tree.growing import Frontier, Subtree, joined


class Subtrees(Protocol):
    """What knows the leaves: gives the hash of a complete subtree."""

    def hash_of(self, level: int, position: int) -> bytes:
        """Give the hash over 2**level leaves from leaf position * 2**level on."""


def root_at(size: int, subtrees: Subtrees) -> bytes:
    """Give the root that the tree had when it had so many leaves."""
    return _hash_over(0, size, subtrees)


def frontier_at(size: int, subtrees: Subtrees) -> Frontier:
    """Take up growing where the tree has so many leaves."""
    return Frontier([Subtree(level, at, subtrees.hash_of(level, at)) for level, at in _complete(0, size)])


def inclusion_proof(index: int, size: int, subtrees: Subtrees) -> list[bytes]:
    """Prove that a leaf stands where it stands (RFC 6962 §2.1.1), from the leaf upwards."""
    start, end = 0, size
    path: list[bytes] = []
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            path.append(_hash_over(middle, end, subtrees))
            end = middle
        else:
            path.append(_hash_over(start, middle, subtrees))
            start = middle
    return path[::-1]


def consistency_proof(old: int, new: int, subtrees: Subtrees) -> list[bytes]:
    """Prove that the tree of `old` leaves is the beginning of that of `new` (RFC 6962 §2.1.2)."""
    if old in {0, new}:
        return []
    start, end = 0, new
    path: list[bytes] = []
    while end != old:
        middle = start + _split(end - start)
        if old <= middle:
            path.append(_hash_over(middle, end, subtrees))
            end = middle
        else:
            path.append(_hash_over(start, middle, subtrees))
            start = middle
    # What begins at the first leaf is the old root itself, which the other side has.
    if start:
        path.append(_hash_over(start, end, subtrees))
    return path[::-1]


def _hash_over(start: int, end: int, subtrees: Subtrees) -> bytes:
    return joined([subtrees.hash_of(level, position) for level, position in _complete(start, end)])


def _complete(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut leaves into complete subtrees, the largest first; a range of the tree always begins where it may."""
    while start < end:
        level = (end - start).bit_length() - 1
        yield level, start >> level
        start += 1 << level


def _split(leaves: int) -> int:
    """Give the largest power of two below: how many leaves lie left of a node."""
    return 1 << ((leaves - 1).bit_length() - 1)
