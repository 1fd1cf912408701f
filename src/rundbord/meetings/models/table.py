"""What happens at the table: who is there, and what each unit says."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ, READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.meetings.models.meeting import AgendaItem, Meeting
from rundbord.meetings.row_policies import UnderMeeting
from rundbord.partnership.forum_policies import AtForum
from rundbord.partnership.models import Forum, ForumSeat, Partnership

_PLACE = ("rundbord_place",)


class Attendance(models.Model):
    """Attendance — fremmøde: whether a seat was filled at a meeting; never by whom."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    forum = models.ForeignKey(Forum, models.PROTECT)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    authority = models.ForeignKey(Authority, models.PROTECT)
    seat = models.ForeignKey(ForumSeat, models.PROTECT)
    presence = term()
    at = models.DateTimeField()

    class Meta:
        """`authority` is the seat's; each tells its own, who leads the meeting tells all."""

        constraints = [
            models.UniqueConstraint(fields=["meeting", "seat"], name="attendance_once_a_seat"),
            UnderMeeting(
                name="attendance_of_seated",
                commands=READ_ADD_CHANGE,
                columns={"update": ("presence", "at")},
                table="meetings_attendance",
                seat="seat_id",
                own_seat=True,
            ),
            AtForum(name="attendance_for_partners", commands=READ, logins=_PLACE),
        ]


class MeetingEntry(models.Model):
    """Meeting entry — mødenote: what one unit says under an item; only added, and corrected by a newer one."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    forum = models.ForeignKey(Forum, models.PROTECT)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="entries")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="entries")
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    unit_name = models.CharField(max_length=120)
    text = models.TextField()
    at = models.DateTimeField()
    replaces = models.ForeignKey("self", models.PROTECT, null=True)

    class Meta:
        """Two who write at once both keep their words; `unit_name` is the name as it was."""

        indexes = [models.Index(fields=["meeting", "-at"], name="entry_by_meeting")]
        constraints = [
            models.UniqueConstraint(fields=["replaces"], name="entry_replaced_once"),
            UnderMeeting(
                name="entry_of_seated",
                commands=READ_AND_ADD,
                owned=True,
                by_unit=True,
                table="meetings_meetingentry",
                item="item_id",
            ),
            AtForum(name="meeting_entry_for_partners", commands=READ, logins=_PLACE),
        ]
