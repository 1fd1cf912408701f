"""Policies for decisions and what is said of them: a forum's are there for those seated in it alone (ADR 0030)."""

from __future__ import annotations

from typing import Any

from rundbord.partnership.forum_policies import AtForum, is_seated
from rundbord.partnership.row_policies import ByAudience

_AT_OUR_FORUM = f"(forum_id IS NULL OR {is_seated()})"


class DecisionRows(ByAudience):
    """Decisions by their audience; those of a forum only where the authority has a seat in force."""

    def __init__(self, **options: Any) -> None:
        """Whoever reads a decision works on it."""
        super().__init__(**{"by_parties": True, **options})

    def visible(self) -> str:
        """What the audience allows, as far as we sit in the forum."""
        return f"({super().visible()} AND {_AT_OUR_FORUM})"

    def writable(self, command: str) -> str:
        """A new decision of a forum is made by somebody who sits in it."""
        return f"{super().writable(command)} AND {_AT_OUR_FORUM}"


class SaidOfDecision(DecisionRows):
    """Rows about a decision that we see; they name its forum, so that no list has to ask for the decision itself."""

    def __init__(self, **options: Any) -> None:
        """Under the decision."""
        super().__init__(**{"parent": "tasks_task.task_id", **options})

    def _parent_is_visible(self) -> str:
        of_forum = "forum_id IS NOT DISTINCT FROM (SELECT d.forum_id FROM tasks_task d WHERE d.id = task_id)"
        return f"{super()._parent_is_visible()} AND {of_forum}"


class FromOurSeat(AtForum):
    """Rows at a forum that a new writer adds in the name of the own authority and unit."""

    def __init__(self, *, parent: str = "", **options: Any) -> None:
        """`parent`: "table.column" of what the row belongs to, which lies before the same forum."""
        super().__init__(**{"by_unit": True, **options})
        self.parent = parent

    def writable(self, command: str) -> str:
        """A new row is ours, and lies under a row of the same forum."""
        rule = super().writable(command)
        if command != "insert":
            return rule
        return f"{rule} AND authority_id = (SELECT ctx.authority()){self._under_parent()}"

    def deconstruct(self) -> tuple[str, tuple[Any, ...], dict[str, Any]]:
        """Describe the policy for a migration."""
        path, args, kwargs = super().deconstruct()
        return path, args, {**kwargs, "parent": self.parent}

    def _under_parent(self) -> str:
        if not self.parent:
            return ""
        table, _, column = self.parent.partition(".")
        return f" AND forum_id = (SELECT p.forum_id FROM {table} p WHERE p.id = {column})"  # noqa: S608 — from code
