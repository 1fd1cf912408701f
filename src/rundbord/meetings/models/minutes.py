"""The minutes of a meeting: what the seats say of them, and the bytes that stand."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ, READ_AND_ADD
from rundbord.identity.models import Authority
from rundbord.meetings.models.meeting import Meeting
from rundbord.meetings.row_policies import UnderMeeting
from rundbord.partnership.forum_policies import AtForum
from rundbord.partnership.models import Forum, ForumSeat, Partnership

_PLACE = ("rundbord_place",)


class Approval(models.Model):
    """Approval — godkendelse: what a seat says of the minutes, once; a remark stands in them as words."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    forum = models.ForeignKey(Forum, models.PROTECT)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="approvals")
    authority = models.ForeignKey(Authority, models.PROTECT)
    seat = models.ForeignKey(ForumSeat, models.PROTECT)
    verdict = term()
    remark = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        """Each authority for its own seats."""

        constraints = [
            models.UniqueConstraint(fields=["meeting", "seat"], name="approval_once_a_seat"),
            UnderMeeting(
                name="approval_of_seated",
                commands=READ_AND_ADD,
                owned=True,
                table="meetings_approval",
                seat="seat_id",
            ),
            AtForum(name="approval_for_partners", commands=READ, logins=_PLACE),
        ]


class Minutes(models.Model):
    """Minutes — referat: a meeting's minutes as they were fixed: bytes and their digest (SHA-256)."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="fixed_minutes")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="minutes")
    authority = models.ForeignKey(Authority, models.PROTECT)
    content = models.BinaryField()
    digest = models.BinaryField(max_length=32)
    fixed_at = models.DateTimeField()

    class Meta:
        """Written once by those who lead, never changed; `authority` fixed them."""

        constraints = [
            models.UniqueConstraint(fields=["meeting"], name="minutes_once_a_meeting"),
            UnderMeeting(
                name="minutes_of_seated", commands=READ_AND_ADD, led=True, owned=True, table="meetings_minutes"
            ),
            AtForum(name="minutes_for_partners", commands=READ, logins=_PLACE),
        ]
