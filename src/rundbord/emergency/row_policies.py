"""Policies of break-glass: its user, the responsible, and those who control see a use; another than its user judges."""

from __future__ import annotations

from rundbord.access.row_policies import OwnAuthority

_ME = "(SELECT ctx.user_id())"
_LEADS = "(SELECT ctx.reaches('readers'))"
_CONTROLS = "(SELECT ctx.reaches('control'))"


class RuleOfLeaders(OwnAuthority):
    """Which roles may: known in the authority, decided by its leaders."""

    def writable(self, command: str) -> str:
        """In the own name."""
        return f"{self.visible()} AND set_by = {_ME} AND {_LEADS}"


class UseOfBreakGlass(OwnAuthority):
    """A use: opened by whoever may in this moment, for an hour at most, of a file as its owner is."""

    def visible(self) -> str:
        """For its user, the responsible, leaders and the data-protection officer of the own authority."""
        return f"{super().visible()} AND (user_id = {_ME} OR lead_id = {_ME} OR {_CONTROLS})"

    def changeable(self) -> str:
        """Its user alone ends it."""
        return f"{OwnAuthority.visible(self)} AND user_id = {_ME}"

    def writable(self, command: str) -> str:
        """The database asks for the right, the hour and the owner; the minute is for clocks that differ."""
        if command != "insert":
            return self.changeable()
        lasts = "ends_at <= clock_timestamp() + interval '61 minutes' AND due_on <= current_date + 14"
        owner = "(SELECT ctx.emergency_owner_is(person_id, unit_id, lead_id))"
        return f"{self.changeable()} AND ended_at IS NULL AND {lasts} AND (SELECT ctx.may_break_glass()) AND {owner}"


class JudgedByOwner(OwnAuthority):
    """What is found of a use: by the responsible, a leader of the owning unit or the officer, never by the user."""

    def visible(self) -> str:
        """Under a use that is seen."""
        use = "SELECT 1 FROM emergency_emergencyaccess used WHERE used.id = access_id"
        return f"{super().visible()} AND EXISTS ({use})"

    def writable(self, command: str) -> str:
        """In the own name."""
        of_owner = (
            f"used.lead_id = {_ME} OR (used.unit_id = (SELECT ctx.unit()) AND {_LEADS}) OR (SELECT ctx.reaches('log'))"
        )
        use = f"SELECT 1 FROM emergency_emergencyaccess used WHERE used.id = access_id AND used.user_id <> {_ME}"  # noqa: S608
        return f"{OwnAuthority.visible(self)} AND reviewed_by = {_ME} AND EXISTS ({use} AND ({of_owner}))"
