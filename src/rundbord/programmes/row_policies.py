"""Policies of names on a course: the unit that runs it, and nobody else, whatever their authority."""

from __future__ import annotations

from rundbord.access.row_policies import OwnPersons

_OUR_UNIT = "unit_id = (SELECT ctx.unit())"


class OnOwnCourse(OwnPersons):
    """Who takes part: the own unit's alone, in a session that reaches persons; and the night that takes names away."""

    def visible(self) -> str:
        """Own authority, own unit."""
        return f"{super().visible()} AND ({_OUR_UNIT} OR (SELECT ctx.purpose()) = 'upkeep')"

    def writable(self, command: str) -> str:
        """A new row is the own unit's, on a course of the own unit."""
        return f"{super().visible()} AND {_OUR_UNIT}" if command == "insert" else self.changeable()
