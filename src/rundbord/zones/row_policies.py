"""Policies for what the police decide and the parties read."""

from __future__ import annotations

from rundbord.partnership.row_policies import ByAudience

# Only an authority that is police by its own kind hears this audience (partnership/sql.py).
_BY_POLICE = " AND 'police' = ANY ((SELECT ctx.audiences())::text[])"


class DecidedByPolice(ByAudience):
    """Rows with an audience that a police authority alone can add."""

    def writable(self, command: str) -> str:
        """A new row is written by police; changing the words of one is as in every other table."""
        return super().writable(command) + (_BY_POLICE if command == "insert" else "")
