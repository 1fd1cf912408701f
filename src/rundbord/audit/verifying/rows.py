"""Rows of the log as they stand, and whether each still says what its leaf was made of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from rundbord.audit.tree import leaf_hash

_AT_ONCE = 5_000
_ROWS = """
SELECT l.position, l.leaf_hash, l.event_id, e.canonical, e.salt, e.at, e.authority, e.actor, e.event, e.subject_kind,
    e.subject, e.purpose
FROM audit.leaf l LEFT JOIN audit.event e ON e.id = l.event_id
"""
_NUMBERED = _ROWS + "WHERE l.position >= %s AND l.position < %s ORDER BY l.position"
_WAITING = _ROWS + "WHERE l.position IS NULL"


@dataclass(frozen=True)
class Row:
    """A leaf and what is left of its row."""

    position: int | None
    leaf: bytes
    id: UUID
    canonical: bytes | None
    salt: bytes
    columns: tuple[Any, ...]

    @property
    def is_there(self) -> bool:
        """Whether the row is there, and not its leaf alone."""
        return self.canonical is not None

    def is_unchanged(self) -> bool:
        """Tell whether bytes, salt and every column are those that the leaf was made of."""
        if self.canonical is None or leaf_hash(self.canonical + self.salt) != self.leaf:
            return False
        told = json.loads(self.canonical)
        at = datetime.fromisoformat(told["at"])
        said = (told["user"], told["event"], told["subject_kind"], told["subject"], told.get("purpose"))
        return UUID(told["id"]) == self.id and self.columns == (at, _uuid(told["authority"]), _uuid(said[0]), *said[1:])


def numbered_rows(cursor: Any, *, size: int) -> Iterator[Row]:
    """Give all that have a number, in order."""
    for first in range(0, size, _AT_ONCE):
        cursor.execute(_NUMBERED, [first, first + _AT_ONCE])
        yield from map(_row, cursor.fetchall())


def waiting_rows(cursor: Any) -> Iterator[Row]:
    """Give all that wait for a number."""
    cursor.execute(_WAITING)
    yield from map(_row, cursor.fetchall())


def _row(values: tuple[Any, ...]) -> Row:
    position, leaf, event_id, canonical, salt, *columns = values
    return Row(
        position,
        bytes(leaf),
        event_id,
        None if canonical is None else bytes(canonical),
        b"" if salt is None else bytes(salt),
        tuple(columns),
    )


def _uuid(text: str | None) -> UUID | None:
    return UUID(text) if text else None
