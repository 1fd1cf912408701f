"""Policies for what two sides state of a place: each for itself alone, and SSP of its own municipality alone."""

from __future__ import annotations

from typing import Any

from rundbord.partnership.row_policies import ByAudience

# Only an authority that is police by its own kind hears this audience (partnership/sql.py).
_SPEAKS_FOR_ITS_SIDE = " AND (side = 'police') = ('police' = ANY ((SELECT ctx.audiences())::text[]))"


class StatedBySide(ByAudience):
    """Rows that the police, or the municipality of the place, add for their own side."""

    def __init__(self, *, own_place: str, **options: Any) -> None:
        """`own_place` is SQL that tells whether the place lies in the municipality that writes."""
        super().__init__(**options)
        self.own_place = own_place

    def writable(self, command: str) -> str:
        """A new row is of the writer's side and place; changing the words of one is as in every other table."""
        own = f"{_SPEAKS_FOR_ITS_SIDE} AND (side = 'police' OR {self.own_place})" if command == "insert" else ""
        return super().writable(command) + own

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "own_place": self.own_place}
