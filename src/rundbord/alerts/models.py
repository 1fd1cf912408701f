"""Sudden events with the log of their first hours, and safety notices with their receipts."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ, READ_ADD_CHANGE, READ_AND_ADD
from rundbord.alerts.row_policies import NamedRecipient, ReceiptByRecipient, SentHere
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ByAudience
from rundbord.tasks.models import Task

_PLACE = ("rundbord_place",)
_PACE = ("first_seen_at", "first_decided_at", "closed_at")


class SuddenEvent(models.Model):
    """Sudden event — pludselig hændelse: something grave that all must act on within the hour; holds no person.

    `incident_id` and `incident_heading` point at the incident it began with, as it was called then (ADR 0013).
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    title = models.CharField(max_length=160)
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    place_text = models.CharField(max_length=160, blank=True)
    happened_at = models.DateTimeField()
    reported_at = models.DateTimeField()
    incident_id = models.UUIDField(null=True)
    incident_heading = models.CharField(max_length=200, blank=True)
    opened_at = models.DateTimeField()
    opened_label = models.CharField(max_length=180)
    first_seen_at = models.DateTimeField(null=True)
    first_decided_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    review = models.TextField(blank=True)

    class Meta:
        """The partnership's common work; who reads it may carry it on."""

        indexes = [models.Index(fields=["partnership", "-happened_at", "-id"], name="sudden_event_by_time")]
        constraints = [
            ByAudience(
                name="sudden_event_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("title", "place_text", "incident_heading", "review", *_PACE)},
                by_parties=True,
            )
        ]

    def __str__(self) -> str:
        """Show the title."""
        return self.title


class Call(models.Model):
    """Call — opkald: a unit that is to know of a sudden event, when it saw it, and what came of calling it."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    event = models.ForeignKey(SuddenEvent, models.PROTECT, related_name="calls")
    unit = models.ForeignKey(Unit, models.PROTECT)
    told_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    answer = term()
    called_at = models.DateTimeField(null=True)
    called_by = models.CharField(max_length=180, blank=True)

    class Meta:
        """A unit is on the list once."""

        constraints = [
            models.UniqueConstraint(fields=["event", "unit"], name="call_once_a_unit"),
            ByAudience(
                name="call_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("seen_at", "answer", "called_at", "called_by")},
                by_parties=True,
                parent="alerts_suddenevent.event_id",
            ),
        ]


class LogLine(models.Model):
    """Log line — loglinje: one thing known, not known, done or under way, with the time it is about and its writer.

    A line is never rewritten: what turns out otherwise is `settled_at`, and the new knowledge is a line of its own.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    event = models.ForeignKey(SuddenEvent, models.PROTECT, related_name="lines")
    kind = term()
    text = models.CharField(max_length=500)
    at = models.DateTimeField()
    written_at = models.DateTimeField()
    user_label = models.CharField(max_length=180)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        """Only settling, and blacking out a person, change a line."""

        indexes = [models.Index(fields=["event", "at"], name="line_by_time")]
        constraints = [
            ByAudience(
                name="line_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("text", "settled_at")},
                by_parties=True,
                parent="alerts_suddenevent.event_id",
            )
        ]


class EventDecision(models.Model):
    """Event decision — beslutning efter pludselig hændelse: that a task was decided because of a sudden event."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    event = models.ForeignKey(SuddenEvent, models.PROTECT, related_name="decisions")
    task = models.ForeignKey(Task, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """The task itself tells what, who and when."""

        constraints = [
            ByAudience(
                name="event_decision_by_audience",
                commands=READ_AND_ADD,
                by_parties=True,
                parent="alerts_suddenevent.event_id",
            )
        ]


class SafetyNotice(models.Model):
    """Safety notice — sikkerhedsbesked: what named units must take care of, for a time; holds no person."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    event = models.ForeignKey(SuddenEvent, models.PROTECT, null=True, related_name="notices")
    title = models.CharField(max_length=160)
    text = models.TextField()
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    sent_at = models.DateTimeField()
    sender_label = models.CharField(max_length=180)
    recalled_at = models.DateTimeField(null=True)
    recall_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        """All parties read it, and the units it names; its sender's authority alone recalls it."""

        indexes = [models.Index(fields=["partnership", "-valid_until", "-id"], name="safety_notice_by_end")]
        constraints = [
            models.CheckConstraint(condition=Q(valid_until__gt=F("valid_from")), name="safety_notice_ends_after_start"),
            ByAudience(
                name="safety_notice_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("title", "text", "recalled_at", "recall_reason")},
            ),
            NamedRecipient(name="safety_notice_for_partners", commands=READ, logins=_PLACE),
        ]

    def __str__(self) -> str:
        """Show the title."""
        return self.title


class SafetyReceipt(models.Model):
    """Safety receipt — sikkerhedskvittering: that a unit was sent a safety notice, and who in it has received it."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    notice = models.ForeignKey(SafetyNotice, models.PROTECT, related_name="receipts")
    recipient = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT)
    unit_label = models.CharField(max_length=180)
    received_at = models.DateTimeField(null=True)
    received_by = models.CharField(max_length=180, blank=True)

    class Meta:
        """`recipient` is the unit's authority, so that the database can tell whose receipt it is."""

        constraints = [
            models.UniqueConstraint(fields=["notice", "unit"], name="safety_receipt_once_a_unit"),
            ReceiptByRecipient(
                name="safety_receipt_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("received_at", "received_by")},
                parent="alerts_safetynotice.notice_id",
            ),
            SentHere(
                name="safety_receipt_for_partners",
                commands=("select", "update"),
                columns={"update": ("received_at", "received_by")},
                logins=_PLACE,
            ),
        ]
