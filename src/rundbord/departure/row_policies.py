"""Policies of exports: the own authority's; the archive itself for whoever ordered it, for a short while."""

from __future__ import annotations

from rundbord.access.row_policies import OwnAuthority

_ASKED = "SELECT 1 FROM departure_export asked WHERE asked.id = export_id"
_ME = "ordered_by = (SELECT ctx.user_id())"
_HERE = "partnership_id = (SELECT ctx.partnership())"
_NIGHT = "(SELECT ctx.purpose()) = 'upkeep'"


class ExportOfOwn(OwnAuthority):
    """Exports: ordered in the own name; the machine says that one is ready, whoever ordered it fetches it once."""

    def changeable(self) -> str:
        """For the machine, and for whoever ordered it, as long as it has not been fetched."""
        fetched = f"{_ME} AND built_at IS NOT NULL AND fetched_at IS NULL"
        return f"{self.visible()} AND ({_NIGHT} OR ({fetched}))"

    def writable(self, command: str) -> str:
        """A new one is ordered here and empty; a fetched one says so."""
        if command == "insert":
            return f"{self.visible()} AND {_HERE} AND {_ME} AND built_at IS NULL AND fetched_at IS NULL"
        return f"{self.visible()} AND ({_NIGHT} OR ({_ME} AND built_at IS NOT NULL AND fetched_at IS NOT NULL))"


class PieceOfExport(OwnAuthority):
    """Pieces of an archive: written by the machine while two persons stand behind it, read while it may be fetched."""

    def visible(self) -> str:
        """For the machine; for whoever ordered it within half an hour of the first fetching."""
        mine = (
            f"{_ASKED} AND asked.{_ME}"
            " AND asked.built_at > now() - interval '48 hours' AND asked.fetched_at > now() - interval '30 minutes'"
        )
        return f"{super().visible()} AND ({_NIGHT} OR EXISTS ({mine}))"

    def changeable(self) -> str:
        """The machine alone removes them."""
        return f"{super().visible()} AND {_NIGHT}"

    def writable(self, command: str) -> str:
        """The machine, of what was ordered by one and confirmed by another."""
        asked = f"{_ASKED} AND asked.built_at IS NULL"
        return f"{self.changeable()} AND EXISTS ({asked}) AND ctx.was_ordered_by_two('export_own', export_id)"
