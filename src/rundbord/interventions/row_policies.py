"""Policies of interventions: within one authority the file's reach; what two units do together is theirs alone."""

from __future__ import annotations

from typing import Any

from rundbord.access.row_policies import RowPolicy

_REACHES = "(SELECT ctx.reaches_persons())"
_US = "(SELECT ctx.authority())"
_OUR_UNIT = "(SELECT ctx.unit())"
_HERE = "partnership_id = (SELECT ctx.partnership())"
_UPKEEP = f"(authority_id = {_US} AND (SELECT ctx.purpose()) = 'upkeep')"
_ASKING = f"(authority_id = {_US} AND unit_id = {_OUR_UNIT})"
_ASKED = f"(partner_id = {_US} AND partner_unit_id = {_OUR_UNIT})"


class OfTwoUnits(RowPolicy):
    """Rows of a unit that asks and a unit of another party that is asked; both see and change, nobody else."""

    def visible(self) -> str:
        """For the two units, in a session that reaches persons, as long as both sit at the table."""
        return f"{_REACHES} AND (({_HERE} AND ({_ASKING} OR {_ASKED})) OR {_UPKEEP})"

    def writable(self, command: str) -> str:
        """A new one is the own unit's, asked in the user's own name of a fellow party."""
        if command != "insert":
            return self.changeable()
        partner = f"partner_id = ANY ((SELECT ctx.fellow_authorities())::uuid[]) AND partner_id <> {_US}"
        return f"{_REACHES} AND {_HERE} AND {_ASKING} AND asked_by = (SELECT ctx.user_id()) AND {partner}"


class PastItsDay(RowPolicy):
    """Deleting what is past its last day: the night of the own authority alone."""

    def __init__(self, **options: Any) -> None:
        """For deleting alone."""
        super().__init__(**{**options, "commands": ("delete",)})

    def visible(self) -> str:
        """Own rows whose day has passed, by the calendar in Denmark."""
        return f"{_REACHES} AND {_UPKEEP} AND delete_on < (now() AT TIME ZONE 'Europe/Copenhagen')::date"


class OfJointVisit(RowPolicy):
    """Rows that join a visit of two units: each writes its own, both read."""

    def __init__(self, *, table: str, author: str, **options: Any) -> None:
        """`table` is the policy's own; `author` names the column that must hold the writing user."""
        super().__init__(**options)
        self.table = table
        self.author = author

    def visible(self) -> str:
        """For whoever sees the visit."""
        visit = f"SELECT 1 FROM interventions_jointvisit visit WHERE visit.id = {self.table}.visit_id"  # noqa: S608
        return f"{_REACHES} AND EXISTS ({visit})"

    def writable(self, command: str) -> str:
        """A new row is the own authority's, in the user's own name."""
        return f"{self.visible()} AND authority_id = {_US} AND {self.author} = (SELECT ctx.user_id())"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table, "author": self.author}
