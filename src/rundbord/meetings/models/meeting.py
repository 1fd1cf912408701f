"""A meeting of a forum, and its agenda."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import ALL, READ, READ_ADD_CHANGE
from rundbord.identity.models import Authority
from rundbord.meetings.row_policies import MeetingItself, UnderMeeting
from rundbord.partnership.forum_policies import AtForum
from rundbord.partnership.models import Forum, Partnership

_PLACE = ("rundbord_place",)
_COURSE = ("state", "begun_at", "ended_at", "changed_at", "fixed_at", "picture_id", "picture_number")
_CALENDAR = ("starts_at", "ends_at", "place", "has_private_place", "sequence")


class Meeting(models.Model):
    """Meeting — møde: a forum at a time and a place, numbered within the forum; without persons."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="meetings")
    number = models.PositiveIntegerField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=160, blank=True)
    has_private_place = models.BooleanField(default=False)
    state = term()
    sequence = models.PositiveSmallIntegerField(default=0)
    picture_id = models.UUIDField(null=True)
    picture_number = models.PositiveIntegerField(null=True)
    called_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    fixed_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        """`authority` called it; `sequence` grows with each change that calendars must hear of."""

        indexes = [
            models.Index(fields=["forum", "-starts_at"], name="meeting_by_forum"),
            models.Index(fields=["partnership", "-starts_at"], name="meeting_by_time"),
            models.Index(
                fields=["partnership", "ends_at"], condition=Q(state__in=["called", "running"]), name="meeting_open"
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_it_starts"),
            models.UniqueConstraint(fields=["forum", "number"], name="meeting_number_once"),
            MeetingItself(
                name="meeting_of_seated", commands=READ_ADD_CHANGE, columns={"update": (*_COURSE, *_CALENDAR)}
            ),
            AtForum(name="meeting_for_partners", commands=READ, logins=_PLACE),
        ]


class AgendaItem(models.Model):
    """Agenda item — punkt: one matter of a meeting, with the minutes it may take and when it was spoken of."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    forum = models.ForeignKey(Forum, models.PROTECT)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    kind = term()
    title = models.CharField(max_length=120)
    minutes = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    is_postponed = models.BooleanField(default=False)
    carried_from = models.ForeignKey("self", models.PROTECT, null=True)

    class Meta:
        """In the order in which they are to be spoken of; `carried_from` is the item that was not finished."""

        indexes = [models.Index(fields=["meeting", "position"], name="item_by_meeting")]
        constraints = [
            UnderMeeting(name="item_of_seated", commands=ALL, led=True, table="meetings_agendaitem"),
            AtForum(name="item_for_partners", commands=READ, logins=_PLACE),
        ]
