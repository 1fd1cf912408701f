"""Policies of what the night takes for its age: with its parent, before sign-in, or by its name alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rundbord.access.row_policies import AgedRows, BeforeSignIn, OwnAuthority

_IS_NIGHT = "(SELECT ctx.purpose()) = 'upkeep'"


class AgedWith(AgedRows):
    """Rows that go together with a row that is old enough: the way leads over tables, each by the column before it."""

    def __init__(self, *, way: Sequence[Sequence[str]], **options: Any) -> None:
        """`way` names column and table by turns, the nearest first; `moment` is a column of the last table."""
        super().__init__(**options)
        self.way = tuple((column, table) for column, table in way)

    def visible(self) -> str:
        """The own authority's, for nightly work, under something old enough."""
        old = f"{self.moment} < now() - interval '{self.days} days'"
        for number in range(len(self.way) - 1, -1, -1):
            (column, table), alias, child = self.way[number], f"aged{number}", f"aged{number - 1}."
            old = (
                f"EXISTS (SELECT 1 FROM {table} {alias} WHERE {alias}.id = {child if number else ''}{column} AND {old})"  # noqa: S608
            )
        return f"{OwnAuthority.visible(self)} AND {_IS_NIGHT} AND {old}"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "way": self.way}


class AgedNames(OwnAuthority):
    """Rows that stay without their names: the worker's login alone may change these, once the row is old enough."""

    def __init__(self, *, moment: str, days: int, **options: Any) -> None:
        """`moment` names the column that says when; `columns` the names."""
        super().__init__(**{**options, "commands": ("update",), "logins": ("rundbord_job",)})
        self.moment = moment
        self.days = days

    def visible(self) -> str:
        """The own authority's, for nightly work, and old enough."""
        return f"{super().visible()} AND {_IS_NIGHT} AND {self.moment} < now() - interval '{self.days} days'"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "moment": self.moment, "days": self.days}


class OverAtTheDoor(BeforeSignIn):
    """Rows of the sign-in step that it may delete once they are over."""

    def __init__(self, *, over: str, **options: Any) -> None:
        """`over` is SQL that tells a row that is over."""
        super().__init__(**{**options, "commands": ("delete",)})
        self.over = over

    def visible(self) -> str:
        """Those that are over."""
        return self.over

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "over": self.over}
