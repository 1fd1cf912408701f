"""Decisions with an owner and a deadline, and what became of them."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ByAudience, ReachedAnew


class Task(models.Model):
    """Task — opgave: a decision without persons: what, why, which unit, by when (Danish calendar day)."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    what = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    picture_id = models.UUIDField(null=True)
    picture_number = models.PositiveIntegerField(null=True)
    owner = models.ForeignKey(Unit, models.PROTECT, related_name="tasks")
    due_on = models.DateField()
    decided_at = models.DateTimeField()
    decided_by = models.UUIDField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """`due_on` and `closed_at` follow the newest outcome row, so that lists need not read all of them."""

        indexes = [
            models.Index(fields=["partnership", "closed_at", "due_on"], name="task_by_deadline"),
            models.Index(fields=["partnership", "-decided_at"], name="task_by_decision"),
        ]
        constraints = [
            ByAudience(
                name="task_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("what", "why", "due_on", "closed_at")},
                by_parties=True,
            ),
            ReachedAnew(name="task_reached_anew", keys=("id",)),
        ]

    def __str__(self) -> str:
        """Show what is to be done."""
        return self.what


class Outcome(models.Model):
    """Outcome — udfald: what a unit reports on a task; each is a row, the newest counts."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    task = models.ForeignKey(Task, models.PROTECT, related_name="outcomes")
    outcome = term()
    text = models.TextField(blank=True)
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
                columns={"update": ("text",)},
                by_parties=True,
                parent="tasks_task.task_id",
            ),
            ReachedAnew(name="outcome_reached_anew", keys=("task_id",)),
        ]
