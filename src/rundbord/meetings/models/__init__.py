"""Tables of meetings, one file per aggregate."""

from rundbord.meetings.models.meeting import AgendaItem, Meeting
from rundbord.meetings.models.minutes import Approval, Minutes
from rundbord.meetings.models.table import Attendance, MeetingEntry

__all__ = ["AgendaItem", "Approval", "Attendance", "Meeting", "MeetingEntry", "Minutes"]
