"""What may lie behind a conflict: hypotheses, how sure somebody is of them, and what speaks for and against."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.conflicts.models.conflict import PartOfConflict
from rundbord.conflicts.row_policies import FollowsConflict, InConflict


class Hypothesis(PartOfConflict):
    """Hypothesis — hypotese: what the motive may be; it expires unless somebody renews it.

    `confidence` and `expires_at` follow the newest weighing, so that lists need not read all of them.
    """

    motive = term()
    words = models.TextField()
    confidence = term()
    expires_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True)
    dropped_why = models.CharField(max_length=300, blank=True)

    class Meta:
        """A hypothesis that proved wrong is dropped with a reason and stays in the file."""

        indexes = [models.Index(fields=["conflict", "dropped_at"], name="hypothesis_by_conflict")]
        constraints = [
            InConflict(
                name="hypothesis_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("words", "confidence", "expires_at", "dropped_at", "dropped_why")},
                table="conflicts_hypothesis",
                by_unit=True,
            ),
            FollowsConflict(name="hypothesis_reached_anew"),
        ]


class Weighing(PartOfConflict):
    """Weighing — afvejning: how sure somebody is of a hypothesis, why, and until when that holds."""

    hypothesis = models.ForeignKey(Hypothesis, models.PROTECT, related_name="weighings")
    confidence = term()
    reason = models.TextField()
    expires_at = models.DateTimeField()

    class Meta:
        """The newest one stands; all are kept."""

        indexes = [models.Index(fields=["hypothesis", "-at"], name="weighing_by_time")]
        constraints = [
            InConflict(
                name="weighing_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("reason",)},
                table="conflicts_weighing",
                within="conflicts_hypothesis.hypothesis_id",
                by_unit=True,
            ),
            FollowsConflict(name="weighing_reached_anew"),
        ]


class Evidence(PartOfConflict):
    """Evidence — holdepunkt: one thing that speaks for or against a hypothesis, and how good its source is."""

    hypothesis = models.ForeignKey(Hypothesis, models.PROTECT, related_name="evidence")
    side = term()
    words = models.TextField()
    reliability = term()
    credibility = term()
    known_on = models.DateField()

    class Meta:
        """Only blacking out a person changes it."""

        indexes = [models.Index(fields=["hypothesis", "-at"], name="evidence_by_time")]
        constraints = [
            InConflict(
                name="evidence_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("words",)},
                table="conflicts_evidence",
                within="conflicts_hypothesis.hypothesis_id",
                by_unit=True,
            ),
            FollowsConflict(name="evidence_reached_anew"),
        ]
