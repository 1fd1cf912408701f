"""Policies for rows that a partnership has in common."""

from __future__ import annotations

from typing import Any

from rundbord.access.row_policies import RowPolicy

_OWN = "authority_id = (SELECT ctx.authority()) AND partnership_id = (SELECT ctx.claimed_partnership())"
_HERE = "partnership_id = (SELECT ctx.partnership())"
_HEARD = f"({_HERE} AND audience = ANY ((SELECT ctx.audiences())::text[]))"
_OWN_UNIT = f"({_OWN} AND (audience <> 'unit' OR unit_id = (SELECT ctx.unit())))"
_ADDED_BY_US = f"authority_id = (SELECT ctx.authority()) AND {_HERE}"


class InPartnership(RowPolicy):
    """Rows that every party of the partnership in session sees; `column` names the partnership."""

    def __init__(self, *, column: str = "partnership_id", owned: bool = False, **options: Any) -> None:
        """With `owned`, only the owning authority adds and changes."""
        super().__init__(**options)
        self.column = column
        self.owned = owned

    def visible(self) -> str:
        """Rows of the partnership in session, as long as the authority is a party."""
        return f"{self.column} = (SELECT ctx.partnership())"

    def changeable(self) -> str:
        """The same rows, or the own ones among them."""
        return f"{self.visible()} AND authority_id = (SELECT ctx.authority())" if self.owned else self.visible()

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "column": self.column, "owned": self.owned}


class ByAudience(RowPolicy):
    """Rows with an audience: own ones always (a team's own only in the team), others' when the audience includes us."""

    def __init__(self, *, by_parties: bool = False, has_unit: bool = False, parent: str = "", **options: Any) -> None:
        """`by_parties`: who reads may change; `has_unit`: a team has own rows; `parent`: "table.column" to be seen."""
        super().__init__(**options)
        self.by_parties = by_parties
        self.has_unit = has_unit
        self.parent = parent

    def visible(self) -> str:
        """Own rows, and those whose audience includes the authority's kind."""
        own = _OWN_UNIT if self.has_unit else f"({_OWN})"
        return f"({own} OR {_HEARD})"

    def changeable(self) -> str:
        """Own rows alone, unless the row is the partnership's common work."""
        return f"({self.visible()} AND {_HERE})" if self.by_parties else f"({_OWN})"

    def writable(self, command: str) -> str:
        """A new row is ours, in this partnership, under a parent that we see."""
        rule = _ADDED_BY_US if command == "insert" else self.changeable()
        return f"{rule} AND {self._parent_is_visible()}" if self.parent else rule

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        own = {"by_parties": self.by_parties, "has_unit": self.has_unit, "parent": self.parent}
        return path, args, {**kwargs, **own}

    def _parent_is_visible(self) -> str:
        table, _, column = self.parent.partition(".")
        return f"EXISTS (SELECT 1 FROM {table} WHERE {table}.id = {column})"  # noqa: S608 — names from code


class ForPolicyFunctions(RowPolicy):
    """Rows that the functions behind policies read, and nobody else by this door."""

    def __init__(self, **options: Any) -> None:
        """For the role that owns these functions."""
        super().__init__(**{**options, "logins": ("rundbord_policy",), "commands": ("select",)})

    def visible(self) -> str:
        """All: the functions choose what to tell."""
        return "true"
