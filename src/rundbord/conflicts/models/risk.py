"""What may come, and what is done against it: retaliation windows, places and days at risk, steps."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.conflicts.models.conflict import PartOfConflict
from rundbord.conflicts.row_policies import FollowsConflict, InConflict
from rundbord.partnership.models import Area
from rundbord.tasks.models import Task


class RetaliationWindow(PartOfConflict):
    """Retaliation window — gengældelsesvindue: the time after a named trigger in which revenge is feared."""

    trigger = models.CharField(max_length=200)
    reason = models.TextField(blank=True)
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=300, blank=True)

    class Meta:
        """It closes by itself; a person may end it earlier."""

        indexes = [models.Index(fields=["conflict", "-closes_at"], name="window_by_end")]
        constraints = [
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="window_ends_after_start"),
            InConflict(
                name="window_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("trigger", "reason", "ended_at", "ended_why")},
                table="conflicts_retaliationwindow",
                by_unit=True,
            ),
            FollowsConflict(name="window_reached_anew"),
        ]


class RiskPoint(PartOfConflict):
    """Risk point — risiko: a place or a day at which a conflict may flare up."""

    kind = term()
    words = models.CharField(max_length=300)
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    place_text = models.CharField(max_length=160, blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        """A day goes by itself; a place stays until somebody takes it off."""

        indexes = [models.Index(fields=["conflict", "starts_on"], name="risk_by_day")]
        constraints = [
            InConflict(
                name="risk_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("words", "place_text", "removed_at")},
                table="conflicts_riskpoint",
                by_unit=True,
            ),
            FollowsConflict(name="risk_reached_anew"),
        ]


class ConflictStep(PartOfConflict):
    """Conflict step — skridt: that a task was decided to calm a conflict; the task says what, who and when."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="+")
    kind = term()

    class Meta:
        """As a task it stands on the unit's day, and is overdue by itself."""

        indexes = [models.Index(fields=["conflict", "-at"], name="step_by_time")]
        constraints = [
            InConflict(name="step_by_audience", commands=READ_AND_ADD, table="conflicts_conflictstep", by_unit=True),
            FollowsConflict(name="step_reached_anew", keys=("conflict_id", "task_id")),
        ]
