"""The tree as the database keeps it: every leaf, and one hash for each 256, 65,536 … of them."""

from __future__ import annotations

from typing import Any

from django.db import connections

from rundbord.access.session import current_login
from rundbord.audit.tree import node_hash

# How many levels lie between two that are stored.
STEP = 8


class TreeBroken(Exception):
    """A leaf or node that must be there is not: somebody removed it, or a backup was put back in part."""


class StoredTree:
    """Gives hashes of complete subtrees, by the login in force."""

    def size(self) -> int:
        """Say how many leaves are numbered."""
        return int(self._rows("SELECT audit.tree_size()", [])[0])

    def hash_of(self, level: int, position: int) -> bytes:
        """Reckon it from the nearest level that is stored below; at most 128 hashes are read."""
        below = level - level % STEP
        count = 1 << (level - below)
        hashes = self.hashes(below, position * count, count)
        while len(hashes) > 1:
            hashes = [node_hash(*pair) for pair in zip(hashes[::2], hashes[1::2], strict=True)]
        return hashes[0]

    def hashes(self, level: int, first: int, count: int) -> list[bytes]:
        """Read hashes of a stored level; raise TreeBroken where one is missing."""
        if level:
            found = self._rows("SELECT audit.node_hashes(%s::smallint, %s, %s)", [level, first, count])
        else:
            found = self._rows("SELECT audit.leaf_hashes(%s, %s)", [first, count])
        if len(found) != count:
            raise TreeBroken(f"{count - len(found)} of {count} hashes are missing at level {level} from {first} on")
        return [bytes(each) for each in found]

    @staticmethod
    def _rows(statement: str, values: list[int]) -> list[Any]:
        with connections[current_login()].cursor() as cursor:
            cursor.execute(statement, values)
            return [row[0] for row in cursor.fetchall()]
