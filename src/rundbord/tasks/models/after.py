"""What comes after a decision: what a unit reports, who disagreed, and what a second look gave."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Partnership
from rundbord.partnership.row_policies import ByAudience, ReachedAnew
from rundbord.tasks.models.task import Task


class Outcome(models.Model):
    """Outcome — udfald: what a unit reports on a task; each is a row, the newest counts."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    task = models.ForeignKey(Task, models.PROTECT, related_name="outcomes")
    outcome = term()
    text = models.TextField(blank=True)
    effect = models.TextField(blank=True)
    grade = term(blank=True)
    new_due_on = models.DateField(null=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    at = models.DateTimeField()

    class Meta:
        """Readers are the task's own; only blacking out a person changes a row."""

        indexes = [models.Index(fields=["task", "-at"], name="outcome_by_task")]
        constraints = [
            ByAudience(
                name="outcome_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("text", "effect")},
                by_parties=True,
                parent="tasks_task.task_id",
            ),
            ReachedAnew(name="outcome_reached_anew", keys=("task_id",)),
        ]


class Dissent(models.Model):
    """Dissent — uenighed: that a unit disagreed with a decision, and why; said by it or noted at the table."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    task = models.ForeignKey(Task, models.PROTECT, related_name="dissents")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    noted_by = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        """Readers are the decision's own; only blacking out a person changes a row."""

        indexes = [models.Index(fields=["task", "-at"], name="dissent_by_task")]
        constraints = [
            ByAudience(
                name="dissent_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("text",)},
                by_parties=True,
                parent="tasks_task.task_id",
            ),
            ReachedAnew(name="dissent_reached_anew", keys=("task_id",)),
        ]


class DecisionReview(models.Model):
    """Decision review — gennemgang af beslutning: that a decision was looked at again, and whether it still holds."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    task = models.ForeignKey(Task, models.PROTECT, related_name="reviews")
    verdict = term()
    text = models.TextField(blank=True)
    next_on = models.DateField(null=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Readers are the decision's own; only blacking out a person changes a row."""

        indexes = [models.Index(fields=["task", "-at"], name="decision_review_by_task")]
        constraints = [
            ByAudience(
                name="decision_review_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("text",)},
                by_parties=True,
                parent="tasks_task.task_id",
            ),
            ReachedAnew(name="decision_review_reached_anew", keys=("task_id",)),
        ]
