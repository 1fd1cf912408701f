"""Policies of conflicts: rows that reach as their conflict does, and the groups' identity, which the police own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rundbord.access.row_policies import RowPolicy
from rundbord.partnership.row_policies import ByAudience, ReachedAnew

_HERE = "partnership_id = (SELECT ctx.partnership())"
_OURS = "authority_id = (SELECT ctx.authority())"
# Who is police is the authority's own kind, which no login of the application can write (partnership/sql.py).
_WE_ARE_POLICE = "'police' = ANY ((SELECT ctx.audiences())::text[])"
_CLEARED = (
    "SELECT 1 FROM conflicts_clearance given WHERE given.conflict_id = conflicts_groupidentity.conflict_id"
    " AND given.authority_id = conflicts_groupidentity.authority_id"
    " AND given.withdrawn_at IS NULL AND given.expires_at > now()"
)


def _is_for_us(clearance: str) -> str:
    """Tell in SQL whether a clearance is for the own unit or the own user."""
    return (
        f"{clearance}.recipient_id = (SELECT ctx.authority())"
        f" AND ({clearance}.unit_id = (SELECT ctx.unit()) OR {clearance}.user_id = (SELECT ctx.user_id()))"
    )


def _reads_conflict(table: str) -> str:
    """Tell in SQL whether the conflict of a row is read: who no longer reads it needs no clearance."""
    return f"EXISTS (SELECT 1 FROM conflicts_conflict read WHERE read.id = {table}.conflict_id)"  # noqa: S608


class InConflict(ByAudience):
    """Rows written by any party that reads the conflict: owner and audience are the conflict's own.

    So what the police add to a municipality's narrow conflict stays in sight of that municipality and reaches no wider.
    """

    def __init__(self, *, table: str, within: str = "", **options: Any) -> None:
        """`table` is the policy's own; `within`: "table.column", which must belong to the same conflict."""
        super().__init__(**{"by_parties": True, **options})
        self.table = table
        self.within = within

    def writable(self, command: str) -> str:
        """A new row reaches as its conflict and names the unit that writes it; a change leaves the reach alone."""
        if command != "insert":
            return self.changeable()
        whole = (
            f"EXISTS (SELECT 1 FROM conflicts_conflict whole WHERE whole.id = {self.table}.conflict_id"  # noqa: S608
            f" AND whole.partnership_id = {self.table}.partnership_id"
            f" AND whole.authority_id = {self.table}.authority_id AND whole.audience = {self.table}.audience)"
        )
        own_unit = " AND unit_id IS NOT DISTINCT FROM (SELECT ctx.unit())" if self.by_unit else ""
        return f"{_HERE} AND {whole}{own_unit}{self._is_within()}"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table, "within": self.within}

    def _is_within(self) -> str:
        if not self.within:
            return ""
        table, _, column = self.within.partition(".")
        there = f"SELECT 1 FROM {table} part WHERE part.id = {self.table}.{column}"  # noqa: S608 — names from code
        return f" AND EXISTS ({there} AND part.conflict_id = {self.table}.conflict_id)"


class FollowsConflict(ReachedAnew):
    """A conflict's part reaches as its conflict does, also when the conflict gets other readers (conflicts/sql.py)."""

    def __init__(self, *, keys: Sequence[str] = ("conflict_id",), **options: Any) -> None:
        """A part is found by its conflict."""
        super().__init__(keys=keys, **options)


class IdentityOfGroup(RowPolicy):
    """Who a group is: the police authority's own, and read by those whom it has cleared, until the clearance ends."""

    def visible(self) -> str:
        """Own rows, and those of conflicts that we read and hold a clearance for that still counts."""
        own = f"({_OURS} AND partnership_id = (SELECT ctx.claimed_partnership()))"
        cleared = f"EXISTS ({_CLEARED} AND {_is_for_us('given')}) AND {_reads_conflict('conflicts_groupidentity')}"
        return f"({own} OR ({_HERE} AND {cleared}))"

    def changeable(self) -> str:
        """Own rows of a police authority."""
        return f"{_OURS} AND {_HERE} AND {_WE_ARE_POLICE}"

    def writable(self, command: str) -> str:
        """A row names its writer, and a group of the conflict; both are seen by the writer."""
        there = "SELECT 1 FROM conflicts_conflictgroup named WHERE named.id = conflicts_groupidentity.group_id"
        same = f"EXISTS ({there} AND named.conflict_id = conflicts_groupidentity.conflict_id)"
        return f"{self.changeable()} AND written_by = (SELECT ctx.user_id()) AND {same}"


class ClearedByPolice(RowPolicy):
    """Clearances: given and withdrawn by the police authority that owns them, seen by it and by whoever is cleared."""

    def visible(self) -> str:
        """Own rows, and those for the own unit or user, as long as we read the conflict."""
        for_us = f"{_is_for_us('conflicts_clearance')} AND {_reads_conflict('conflicts_clearance')}"
        return f"{_HERE} AND ({_OURS} OR ({for_us}))"

    def changeable(self) -> str:
        """Own rows of a police authority."""
        return f"{_OURS} AND {_HERE} AND {_WE_ARE_POLICE}"

    def writable(self, command: str) -> str:
        """A new one names its giver, a conflict in sight, and a unit or an asker of the very party that it is for."""
        if command != "insert":
            return self.changeable()
        whole = "EXISTS (SELECT 1 FROM conflicts_conflict whole WHERE whole.id = conflicts_clearance.conflict_id)"
        unit = (
            "EXISTS (SELECT 1 FROM identity_unit place WHERE place.id = conflicts_clearance.unit_id"
            " AND place.authority_id = conflicts_clearance.recipient_id)"
        )
        asker = (
            "EXISTS (SELECT 1 FROM conflicts_clearancerequest asked"
            " WHERE asked.user_id = conflicts_clearance.user_id AND asked.conflict_id = conflicts_clearance.conflict_id"
            " AND asked.authority_id = conflicts_clearance.recipient_id)"
        )
        named = f"(unit_id IS NULL OR {unit}) AND (user_id IS NULL OR {asker})"
        return f"{self.changeable()} AND given_by = (SELECT ctx.user_id()) AND {whole} AND {named}"
