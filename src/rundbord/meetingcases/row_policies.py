"""Policies of cases at meetings: the own unit's rows, of a file or a copy that it reaches (ADR 0030)."""

from __future__ import annotations

from rundbord.access.row_policies import OwnPersons
from rundbord.handover.row_policies import has_individual_seat

_UNIT = "(SELECT ctx.unit())"
_ME = "(SELECT ctx.user_id())"


class CaseOfUnit(OwnPersons):
    """The own unit's row, where what stands behind it is reached: whoever loses the file loses the row."""

    def visible(self) -> str:
        """Own unit, and the file or the copy."""
        file = "SELECT 1 FROM concerns_youngperson file WHERE file.id = meetingcases_meetingcase.person_id"
        copy = "SELECT 1 FROM sharing_receiveddisclosure got WHERE got.id = meetingcases_meetingcase.received_id"
        return f"{super().visible()} AND unit_id = {_UNIT} AND (EXISTS ({file}) OR EXISTS ({copy}))"

    def writable(self, command: str) -> str:
        """A new one is put on the table in the own name, by a unit with a seat in the individual part."""
        if command != "insert":
            return self.changeable()
        seat = has_individual_seat(_UNIT, meeting="meetingcases_meetingcase.meeting_id")
        return f"{self.visible()} AND put_by = {_ME} AND decision = '' AND {seat}"


class CaseAtNight(OwnPersons):
    """For nightly work, which gathers what a person asks to see (ADR 0040): it reads, and changes nothing."""

    def visible(self) -> str:
        """Own authority's, at night."""
        return f"{super().visible()} AND (SELECT ctx.purpose()) = 'upkeep'"
