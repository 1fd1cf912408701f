"""What comes after a decision: what a unit reports, who disagreed, what a second look gave, who was reminded."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Forum, Partnership
from rundbord.partnership.row_policies import ReachedAnew
from rundbord.tasks.models.task import Task
from rundbord.tasks.row_policies import SaidOfDecision


class PartOfDecision(models.Model):
    """Said of a decision, for its readers; of each forum for those who sit in it."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Has no table of its own."""

        abstract = True


class Outcome(PartOfDecision):
    """Outcome — udfald: what a unit reports on a task; each is a row, the newest counts."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="outcomes")
    outcome = term()
    text = models.TextField(blank=True)
    effect = models.TextField(blank=True)
    grade = term(blank=True)
    new_due_on = models.DateField(null=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)

    class Meta:
        """Readers are the task's own; only blacking out a person changes a row."""

        indexes = [models.Index(fields=["task", "-at"], name="outcome_by_task")]
        constraints = [
            SaidOfDecision(
                name="outcome_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("text", "effect")},
            ),
            ReachedAnew(name="outcome_reached_anew", keys=("task_id",)),
        ]


class Dissent(PartOfDecision):
    """Dissent — uenighed: that a unit disagreed with a decision, and why; said by it or noted at the table."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="dissents")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    noted_by = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    text = models.TextField()

    class Meta:
        """Readers are the decision's own; only blacking out a person changes a row."""

        indexes = [models.Index(fields=["task", "-at"], name="dissent_by_task")]
        constraints = [
            SaidOfDecision(
                name="dissent_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("text",)},
            ),
            ReachedAnew(name="dissent_reached_anew", keys=("task_id",)),
        ]


class DecisionReview(PartOfDecision):
    """Decision review — gennemgang af beslutning: that a decision was looked at again, and whether it still holds."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="reviews")
    verdict = term()
    text = models.TextField(blank=True)
    next_on = models.DateField(null=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")

    class Meta:
        """Readers are the decision's own; only blacking out a person changes a row."""

        indexes = [models.Index(fields=["task", "-at"], name="decision_review_by_task")]
        constraints = [
            SaidOfDecision(
                name="decision_review_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("text",)},
            ),
            ReachedAnew(name="decision_review_reached_anew", keys=("task_id",)),
        ]


class Reminder(PartOfDecision):
    """Reminder — påmindelse: that a day of a decision passed, and who was told: unit, leader, agenda, decider."""

    task = models.ForeignKey(Task, models.PROTECT, related_name="reminders")
    step = term()
    day = models.DateField()

    class Meta:
        """`day` is the one that passed: a new deadline begins anew."""

        indexes = [models.Index(fields=["task", "-at"], name="reminder_by_task")]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "task", "step", "day"], name="reminder_once_a_day"),
            SaidOfDecision(name="reminder_by_audience", commands=READ_AND_ADD),
            ReachedAnew(name="reminder_reached_anew", keys=("task_id",)),
        ]
