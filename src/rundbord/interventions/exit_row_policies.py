"""Policies of exit cases: a compartment that the two named coordinators reach, and nobody else (ADR 0028)."""

from __future__ import annotations

from typing import Any

from rundbord.access.row_policies import OwnExit

_ME = "(SELECT ctx.user_id())"
_PREVENTING = "(SELECT ctx.purpose()) = 'prevention'"
_NIGHT = "(SELECT ctx.purpose()) = 'upkeep'"
# The night reaches what is to go, and no case that runs.
_GOES = f"{_NIGHT} AND delete_on <= (now() AT TIME ZONE 'Europe/Copenhagen')::date"
_COORDINATES = f"{_PREVENTING} AND {_ME} IN (responsible_id, deputy_id)"


class CoordinatedExit(OwnExit):
    """Exit cases: read and changed by responsible and deputy; neither unit, leader, assignment nor role opens one."""

    def visible(self) -> str:
        """Own authority, own name; or, at night, what is to be deleted."""
        return f"{super().visible()} AND (({_COORDINATES}) OR ({_GOES}))"

    def changeable(self) -> str:
        """By a coordinator, who is still one afterwards: one gives away the other's place, never the own."""
        return f"{super().visible()} AND {_COORDINATES}"

    def writable(self, command: str) -> str:
        """A new case is its writer's, and nobody else's yet."""
        alone = f" AND responsible_id = {_ME} AND deputy_id IS NULL" if command == "insert" else ""
        return self.changeable() + alone


class GoneExit(OwnExit):
    """Deletes, at night alone, what is to go: a case whose day has come, and the rows of such a case."""

    def __init__(self, *, has_day: bool = False, **options: Any) -> None:
        """`has_day`: the table is that of the cases themselves."""
        super().__init__(**{**options, "commands": ("delete",)})
        self.has_day = has_day

    def visible(self) -> str:
        """Own rows, for nightly work; of a case that is not to go, nightly work sees none."""
        of_such_a_case = f"{_NIGHT} AND case_id IN (SELECT own.id FROM interventions_exitcase own)"  # noqa: S608
        return f"{super().visible()} AND {_GOES if self.has_day else of_such_a_case}"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "has_day": self.has_day}


class InExit(OwnExit):
    """Rows of an exit case that is reached; the writer stands on a new one."""

    def __init__(self, *, table: str, author: str, **options: Any) -> None:
        """`table` is the policy's own; `author` names the column that must hold the writing user."""
        super().__init__(**options)
        self.table = table
        self.author = author

    def visible(self) -> str:
        """Rows whose case is reached."""
        case = f"SELECT 1 FROM interventions_exitcase own WHERE own.id = {self.table}.case_id"  # noqa: S608
        return f"{super().visible()} AND EXISTS ({case} AND own.authority_id = {self.table}.authority_id)"

    def changeable(self) -> str:
        """For prevention alone."""
        return f"{self.visible()} AND {_PREVENTING}"

    def writable(self, command: str) -> str:
        """A new row names its writer."""
        named = f" AND {self.author} = {_ME}" if command == "insert" else ""
        return self.changeable() + named

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "table": self.table, "author": self.author}
