"""A tree that grows leaf by leaf and remembers no more than its right edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rundbord.audit.tree.hashing import EMPTY_ROOT, node_hash


@dataclass(frozen=True)
class Subtree:
    """A complete subtree of 2**level leaves, the first of which is leaf position * 2**level."""

    level: int
    position: int
    hash: bytes


class Frontier:
    """The complete subtrees along the right edge: enough for the root and for all leaves to come."""

    def __init__(self, edge: Sequence[Subtree] = ()) -> None:
        """Begin empty, or where an edge ends; its subtrees from the left, each smaller than the one before."""
        self._edge = list(edge)
        self.size = sum(1 << subtree.level for subtree in edge)

    def add(self, leaf: bytes) -> list[Subtree]:
        """Add a leaf hash, and give the subtrees that it completed, itself first."""
        grown = Subtree(0, self.size, leaf)
        completed = [grown]
        while self._edge and self._edge[-1].level == grown.level:
            left = self._edge.pop()
            grown = Subtree(left.level + 1, left.position // 2, node_hash(left.hash, grown.hash))
            completed.append(grown)
        self._edge.append(grown)
        self.size += 1
        return completed

    def root(self) -> bytes:
        """Give the root over all leaves so far."""
        return joined([subtree.hash for subtree in self._edge])


def joined(hashes: Sequence[bytes]) -> bytes:
    """Join subtrees that lie side by side, each smaller than the one before, into one hash."""
    if not hashes:
        return EMPTY_ROOT
    *others, result = hashes
    for left in reversed(others):
        result = node_hash(left, result)
    return result
