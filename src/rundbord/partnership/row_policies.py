"""Policies for rows that a partnership has in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rundbord.access.row_policies import READ, RowPolicy

_OWN = "authority_id = (SELECT ctx.authority()) AND partnership_id = (SELECT ctx.claimed_partnership())"
_HERE = "partnership_id = (SELECT ctx.partnership())"
_HEARD = f"({_HERE} AND audience = ANY ((SELECT ctx.audiences())::text[]))"
_OWN_UNIT = f"({_OWN} AND (audience <> 'unit' OR unit_id = (SELECT ctx.unit())))"
_ADDED_BY_US = f"authority_id = (SELECT ctx.authority()) AND {_HERE}"


def written_by(*, unit: bool, author: str) -> str:
    """Demand of a new row that it names the unit, and in the column `author` the user, in whose name it is written."""
    own_unit = " AND unit_id IS NOT DISTINCT FROM (SELECT ctx.unit())" if unit else ""
    own_user = f" AND {author} = (SELECT ctx.user_id())" if author else ""
    return own_unit + own_user


class InPartnership(RowPolicy):
    """Rows that every party of the partnership in session sees; `column` names the partnership."""

    def __init__(
        self,
        *,
        column: str = "partnership_id",
        owned: bool = False,
        by_unit: bool = False,
        author: str = "",
        **options: Any,
    ) -> None:
        """`owned`: only the owning authority adds and changes; `by_unit`, `author`: as in `written_by`."""
        super().__init__(**options)
        self.column = column
        self.owned = owned
        self.by_unit = by_unit
        self.author = author

    def visible(self) -> str:
        """Rows of the partnership in session, as long as the authority is a party."""
        return f"{self.column} = (SELECT ctx.partnership())"

    def changeable(self) -> str:
        """The same rows, or the own ones among them."""
        return f"{self.visible()} AND authority_id = (SELECT ctx.authority())" if self.owned else self.visible()

    def writable(self, command: str) -> str:
        """A new row names its writer; a colleague may change it afterwards."""
        named = written_by(unit=self.by_unit, author=self.author) if command == "insert" else ""
        return self.changeable() + named

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        own = {"column": self.column, "owned": self.owned, "by_unit": self.by_unit, "author": self.author}
        return path, args, {**kwargs, **own}


class ByAudience(RowPolicy):
    """Rows with an audience: own ones always (a team's own only in the team), others' when the audience includes us."""

    def __init__(
        self,
        *,
        by_parties: bool = False,
        has_unit: bool = False,
        parent: str = "",
        by_unit: bool = False,
        author: str = "",
        **options: Any,
    ) -> None:
        """`by_parties`: who reads may change; `has_unit`: a team has own rows; `parent`: "table.column" to be seen.

        `by_unit` and `author` are as in `written_by`.
        """
        super().__init__(**options)
        self.by_parties = by_parties
        self.has_unit = has_unit
        self.parent = parent
        self.by_unit = by_unit
        self.author = author

    def visible(self) -> str:
        """Own rows, and those whose audience includes the authority's kind."""
        own = _OWN_UNIT if self.has_unit else f"({_OWN})"
        return f"({own} OR {_HEARD})"

    def changeable(self) -> str:
        """Own rows alone, unless the row is the partnership's common work."""
        return f"({self.visible()} AND {_HERE})" if self.by_parties else f"({_OWN})"

    def writable(self, command: str) -> str:
        """A new row is ours, in this partnership, under a parent that we see."""
        added = _ADDED_BY_US + written_by(unit=self.by_unit, author=self.author)
        rule = added if command == "insert" else self.changeable()
        return f"{rule} AND {self._parent_is_visible()}" if self.parent else rule

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        own = {"by_parties": self.by_parties, "has_unit": self.has_unit, "parent": self.parent}
        return path, args, {**kwargs, **own, "by_unit": self.by_unit, "author": self.author}

    def _parent_is_visible(self) -> str:
        table, _, column = self.parent.partition(".")
        return f"EXISTS (SELECT 1 FROM {table} WHERE {table}.id = {column})"  # noqa: S608 — names from code


class ReachedAnew(RowPolicy):
    """For a function that gives rows other readers: the own authority's rows, and of their columns the readers alone.

    No login of the application may change whom a row reaches; such a function is the one way.
    """

    def __init__(self, *, keys: Sequence[str], **options: Any) -> None:
        """`keys` are the columns by which the function finds its rows."""
        reach = ("partnership_id", "authority_id", "audience")
        narrowed = {"select": (*reach, *keys), "update": ("audience",)}
        fixed = {"logins": ("rundbord_policy",), "commands": ("select", "update"), "columns": narrowed}
        super().__init__(**{**options, **fixed})
        self.keys = tuple(keys)

    def visible(self) -> str:
        """Own rows, at the table in session."""
        return _ADDED_BY_US

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "keys": self.keys}


class ForPolicyFunctions(RowPolicy):
    """Rows that the functions behind policies and triggers reach, and nobody else by this door."""

    def __init__(self, *, commands: Sequence[str] = READ, **options: Any) -> None:
        """For the role that owns these functions."""
        super().__init__(**{**options, "logins": ("rundbord_policy",), "commands": commands})

    def visible(self) -> str:
        """All: the functions choose what to tell."""
        return "true"


class PartyByTwo(InPartnership):
    """Parties: one joins or leaves only by an order that another than its writer has confirmed (ADR 0038)."""

    def writable(self, command: str) -> str:
        """The confirmer's own session, for this authority or party and this day."""
        asked = "'admit_party', authority_id, joined_on" if command == "insert" else "'end_party', id, left_on"
        return f"{super().writable(command)} AND ctx.has_two_persons({asked})"
