"""Decisions with an owner and a deadline."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Forum, Partnership
from rundbord.partnership.row_policies import ReachedAnew
from rundbord.tasks.row_policies import DecisionRows


class Task(models.Model):
    """Task — opgave: a decision without persons: what, why, which unit, by when (Danish calendar day)."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    what = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    alternatives = models.TextField(blank=True)
    basis = models.TextField(blank=True)
    basis_path = models.CharField(max_length=300, blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    picture_id = models.UUIDField(null=True)
    picture_number = models.PositiveIntegerField(null=True)
    owner = models.ForeignKey(Unit, models.PROTECT, related_name="tasks")
    due_on = models.DateField()
    review_on = models.DateField(null=True)
    decided_at = models.DateTimeField()
    decided_by = models.UUIDField()
    decided_in = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, related_name="+")
    meeting_id = models.UUIDField(null=True)
    item_id = models.UUIDField(null=True)
    imported_as = models.CharField(max_length=64, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """Without a forum its audience reads; `meeting_id` and `item_id` say where it was taken;
        `imported_as` stands for the line of the list that it came from.

        `due_on`, `closed_at` and `review_on` follow the newest row about them: lists need not read all of them.
        """

        indexes = [
            models.Index(fields=["partnership", "closed_at", "due_on"], name="task_by_deadline"),
            models.Index(fields=["partnership", "-decided_at"], name="task_by_decision"),
            models.Index(fields=["partnership", "review_on"], name="task_by_review"),
            models.Index(fields=["meeting_id"], condition=Q(meeting_id__isnull=False), name="task_by_meeting"),
            models.Index(fields=["forum", "due_on"], condition=Q(closed_at__isnull=True), name="task_open_in_forum"),
        ]
        constraints = [
            DecisionRows(
                name="task_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("what", "why", "alternatives", "basis", "due_on", "review_on", "closed_at")},
            ),
            models.UniqueConstraint(
                fields=["partnership", "imported_as"], condition=~Q(imported_as=""), name="task_imported_once"
            ),
            ReachedAnew(name="task_reached_anew", keys=("id",)),
        ]

    def __str__(self) -> str:
        """Show what is to be done."""
        return self.what
