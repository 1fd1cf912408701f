"""The course of a conflict: what happened, how tense it is, when it was looked through, closed and opened again."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.conflicts.models.conflict import PartOfConflict
from rundbord.conflicts.row_policies import FollowsConflict, InConflict
from rundbord.partnership.models import Area


class ConflictEvent(PartOfConflict):
    """Conflict event — konflikthændelse: one thing that happened in a conflict, as somebody tells it; no persons.

    `incident_id` and `incident_words` point at the partnership's incident, as it was called then (ADR 0013). What was
    told is not rewritten: an event told by mistake is withdrawn with a reason, and told anew.
    """

    happened_at = models.DateTimeField()
    kind = term()
    severity = term()
    reliability = term()
    credibility = term()
    is_confirmed = models.BooleanField(default=False)
    words = models.TextField()
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    place_text = models.CharField(max_length=160, blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    incident_id = models.UUIDField(null=True)
    incident_words = models.CharField(max_length=200, blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)

    class Meta:
        """Only confirming, withdrawing, and blacking out a person, change an event."""

        indexes = [models.Index(fields=["conflict", "-happened_at"], name="conflict_event_by_time")]
        constraints = [
            InConflict(
                name="conflict_event_by_audience",
                commands=READ_ADD_CHANGE,
                columns={
                    "update": (
                        *("words", "place_text", "incident_words", "withdrawn_why"),
                        *("is_confirmed", "withdrawn_at"),
                    )
                },
                table="conflicts_conflictevent",
                by_unit=True,
            ),
            FollowsConflict(name="conflict_event_reached_anew"),
        ]


class TensionChange(PartOfConflict):
    """Tension change — spændingsvurdering: how tense a person judged a conflict to be, and why; never computed."""

    tension = term()
    reason = models.TextField()

    class Meta:
        """The newest one stands; all are kept."""

        indexes = [models.Index(fields=["conflict", "-at"], name="tension_by_time")]
        constraints = [
            InConflict(
                name="tension_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("reason",)},
                table="conflicts_tensionchange",
                by_unit=True,
            ),
            FollowsConflict(name="tension_reached_anew"),
        ]


class Review(PartOfConflict):
    """Review — gennemgang: that a conflict was looked through, what was looked at, and when it is due again."""

    looked_at = models.TextField()
    next_due_at = models.DateTimeField()

    class Meta:
        """At the latest 72 hours later, the next is due."""

        indexes = [models.Index(fields=["conflict", "-at"], name="review_by_time")]
        constraints = [
            InConflict(
                name="review_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("looked_at",)},
                table="conflicts_review",
                by_unit=True,
            ),
            FollowsConflict(name="review_reached_anew"),
        ]


class ReaderChange(PartOfConflict):
    """Reader change — ændret læserkreds: that the owning authority let more or fewer read a conflict, and why."""

    before = term()
    after = term()
    reason = models.TextField()

    class Meta:
        """Written with the change; what was read in published pictures stays read."""

        indexes = [models.Index(fields=["conflict", "-at"], name="reader_change_by_time")]
        constraints = [
            InConflict(
                name="reader_change_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("reason",)},
                table="conflicts_readerchange",
                by_unit=True,
            ),
            FollowsConflict(name="reader_change_reached_anew"),
        ]


class StatusChange(PartOfConflict):
    """Status change — statusskift: that a person closed a conflict or opened it again, and why."""

    is_closing = models.BooleanField()
    reason = models.TextField()

    class Meta:
        """Thirty quiet days propose a closing; a person decides it."""

        indexes = [models.Index(fields=["conflict", "-at"], name="status_change_by_time")]
        constraints = [
            InConflict(
                name="status_change_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("reason",)},
                table="conflicts_statuschange",
                by_unit=True,
            ),
            FollowsConflict(name="status_change_reached_anew"),
        ]
