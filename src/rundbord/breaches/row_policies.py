"""Policies of breaches: the own authority's, for who follows them; none names a person."""

from __future__ import annotations

from rundbord.access.row_policies import OwnAuthority


class BreachAtDesk(OwnAuthority):
    """Breaches: seen and kept at the own desk; opened in the own name."""

    def visible(self) -> str:
        """Own authority's, at the desk."""
        return f"{super().visible()} AND (SELECT ctx.reaches('desk'))"

    def changeable(self) -> str:
        """Until it is closed."""
        return f"{self.visible()} AND (closed_at IS NULL OR (SELECT ctx.purpose()) = 'upkeep')"

    def writable(self, command: str) -> str:
        """A new one names who opened it."""
        own = " AND opened_by = (SELECT ctx.user_id())" if command == "insert" else ""
        return self.visible() + own


class BreachCleared(OwnAuthority):
    """Deletes what has had its five years: nightly work alone."""

    def visible(self) -> str:
        """Own rows, at night."""
        return f"{super().visible()} AND (SELECT ctx.reaches('desk')) AND (SELECT ctx.purpose()) = 'upkeep'"
