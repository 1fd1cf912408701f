"""Policies of street work: a shift is its own authority's; each side states for itself, SSP of its own municipality."""

from __future__ import annotations

from typing import Any

from rundbord.access.row_policies import RowPolicy
from rundbord.partnership.row_policies import ByAudience

_OURS = "authority_id = (SELECT ctx.authority())"
_HERE = "partnership_id = (SELECT ctx.claimed_partnership())"
# Upkeep of an authority that has left every table is done without a partnership in session.
_OWN = f"{_OURS} AND ({_HERE} OR (SELECT ctx.claimed_partnership()) IS NULL)"
# Only an authority that is police by its own kind hears this audience (partnership/sql.py).
_SPEAKS_FOR_ITS_SIDE = " AND (side = 'police') = ('police' = ANY ((SELECT ctx.audiences())::text[]))"


class OfOwnShift(RowPolicy):
    """Rows of the own authority about its own shifts; no other party reads them, whoever reads the shift."""

    def __init__(self, *, table: str, of_staff: bool = False, **options: Any) -> None:
        """`table` is the policy's own; with `of_staff`, a new row names a user who has a duty in the own authority."""
        super().__init__(**options)
        self.table = table
        self.of_staff = of_staff

    def visible(self) -> str:
        """Own rows in the partnership that the user acts in."""
        return _OWN

    def writable(self, command: str) -> str:
        """A new row belongs to an own shift; of staff, to somebody who works here."""
        if command != "insert":
            return self.changeable()
        own_shift = (
            f"EXISTS (SELECT 1 FROM streetwork_shift whole WHERE whole.id = {self.table}.shift_id"  # noqa: S608
            f" AND whole.authority_id = {self.table}.authority_id"
            f" AND whole.partnership_id = {self.table}.partnership_id)"
        )
        works_here = (
            f" AND EXISTS (SELECT 1 FROM identity_duty work WHERE work.user_id = {self.table}.user_id"  # noqa: S608
            f" AND work.authority_id = {self.table}.authority_id)"
        )
        return f"{_OWN} AND {own_shift}{works_here if self.of_staff else ''}"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table, "of_staff": self.of_staff}


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
