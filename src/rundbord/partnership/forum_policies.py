"""Policies for rows of a forum: there for the authorities seated in it, and for nobody else (ADR 0030)."""

from __future__ import annotations

from typing import Any

from rundbord.access.row_policies import RowPolicy
from rundbord.partnership.row_policies import written_by

_HERE = "partnership_id = (SELECT ctx.partnership())"
_OURS = "authority_id = (SELECT ctx.authority())"


def is_seated(column: str = "forum_id") -> str:
    """Tell in SQL whether the own authority has a seat in force in the forum that a column names."""
    return f"{column} = ANY ((SELECT ctx.forums())::uuid[])"


def is_led(column: str = "forum_id") -> str:
    """Tell in SQL whether the own authority chairs the forum or is its secretary."""
    return f"{column} = ANY ((SELECT ctx.forums_led())::uuid[])"


class AtForum(RowPolicy):
    """Rows of a forum; `column` names it."""

    def __init__(
        self,
        *,
        column: str = "forum_id",
        led: bool = False,
        owned: bool = False,
        by_unit: bool = False,
        author: str = "",
        **options: Any,
    ) -> None:
        """`led`: only chair and secretary write; `owned`: only the owner; `by_unit`, `author`: as in `written_by`."""
        super().__init__(**options)
        self.column = column
        self.led = led
        self.owned = owned
        self.by_unit = by_unit
        self.author = author

    def visible(self) -> str:
        """Rows of forums in which the authority is seated today."""
        return f"{_HERE} AND {is_seated(self.column)}"

    def changeable(self) -> str:
        """The same rows, or those of forums that the authority leads, or its own among them."""
        led = f" AND {is_led(self.column)}" if self.led else ""
        return self.visible() + led + (f" AND {_OURS}" if self.owned else "")

    def writable(self, command: str) -> str:
        """A new row names its writer."""
        named = written_by(unit=self.by_unit, author=self.author) if command == "insert" else ""
        return self.changeable() + named

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        own = {"column": self.column, "led": self.led, "owned": self.owned}
        return path, args, {**kwargs, **own, "by_unit": self.by_unit, "author": self.author}


class ForumItself(AtForum):
    """Forums: a new one belongs to who opens it, since nobody is seated yet."""

    def __init__(self, **options: Any) -> None:
        """By its own key."""
        super().__init__(**{"column": "id", "led": True, **options})

    def writable(self, command: str) -> str:
        """A new forum is ours, at this table."""
        return f"{_HERE} AND {_OURS}" if command == "insert" else self.changeable()


class SeatedAt(AtForum):
    """Seats: given by those who lead the forum; the first one by who opened it, to itself."""

    def writable(self, command: str) -> str:
        """A seat is given to a unit of the very authority that it names."""
        if command != "insert":
            return self.changeable()
        unit = (
            "EXISTS (SELECT 1 FROM identity_unit place WHERE place.id = partnership_forumseat.unit_id"
            " AND place.authority_id = partnership_forumseat.authority_id)"
        )
        first = f"({_OURS} AND ctx.opens_forum(forum_id))"
        return f"{_HERE} AND ({is_led()} OR {first}) AND {unit}"
