"""Policies of deletion: what is approved is read by all of the authority, what names files by its officer alone."""

from __future__ import annotations

from rundbord.access.row_policies import OwnAuthority

_ME = "(SELECT ctx.user_id())"
_OFFICER = "(SELECT ctx.reaches('deletion'))"
_UPKEEP = "(SELECT ctx.purpose()) = 'upkeep'"


class RecordedOnce(OwnAuthority):
    """A record of a deletion: seen by the officer, and by the unit that it was in; added by whoever deletes."""

    def visible(self) -> str:
        """Own authority's, for the officer and the own unit."""
        return f"{super().visible()} AND ({_OFFICER} OR unit_id = (SELECT ctx.unit()))"

    def writable(self, command: str) -> str:
        """In the own authority's name and the own."""
        return f"{OwnAuthority.visible(self)} AND user_id = {_ME}"


class ForeseenByNight(OwnAuthority):
    """What falls due: its number is seen by the officer, and written anew each night."""

    def visible(self) -> str:
        """Own authority's, for the officer."""
        return f"{super().visible()} AND {_OFFICER}"

    def changeable(self) -> str:
        """By the night alone."""
        return f"{self.visible()} AND {_UPKEEP}"


class SaidInOwnName(OwnAuthority):
    """A proposal: read by the own authority, written in the own name."""

    def writable(self, command: str) -> str:
        """Nobody proposes in another's name."""
        return f"{self.visible()} AND said_by = {_ME}"


class SaidByOfficer(SaidInOwnName):
    """An approval: by somebody who answers for deletion, in the own name."""

    def writable(self, command: str) -> str:
        """By an officer."""
        return f"{super().writable(command)} AND {_OFFICER}"


class DecidedByAnother(SaidByOfficer):
    """A decision: by an officer who did not propose it."""

    def writable(self, command: str) -> str:
        """Two persons."""
        other = f"SELECT 1 FROM deletion_periodproposal asked WHERE asked.id = proposal_id AND asked.said_by <> {_ME}"  # noqa: S608
        return f"{super().writable(command)} AND EXISTS ({other})"
