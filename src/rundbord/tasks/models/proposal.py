"""Decisions between meetings: what is proposed to a forum, and what its units answer."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Forum, Partnership
from rundbord.tasks.models.task import Task
from rundbord.tasks.row_policies import FromOurSeat

_WORDS = ("what", "why", "alternatives", "basis")


class Proposal(models.Model):
    """Proposal — forslag: a decision put to a forum between meetings, with a quorum and a clock."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="+")
    what = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    alternatives = models.TextField(blank=True)
    basis = models.TextField(blank=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    due_on = models.DateField()
    review_on = models.DateField(null=True)
    counts = term()
    quorum = models.PositiveSmallIntegerField()
    closes_at = models.DateTimeField()
    proposed_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    result = term(blank=True)
    task = models.ForeignKey(Task, models.PROTECT, null=True, related_name="+")

    class Meta:
        """`counts` says what the quorum is a number of; the result is set once, by whoever's answer or by the clock."""

        indexes = [
            models.Index(fields=["partnership", "-proposed_at"], name="proposal_by_time"),
            models.Index(fields=["partnership", "closes_at"], condition=Q(settled_at=None), name="proposal_by_clock"),
        ]
        constraints = [
            FromOurSeat(
                name="proposal_of_seated",
                commands=READ_ADD_CHANGE,
                columns={"update": (*_WORDS, "settled_at", "result", "task_id")},
            ),
        ]

    def __str__(self) -> str:
        """Show what is proposed."""
        return self.what


class ProposalAnswer(models.Model):
    """Proposal answer — svar på forslag: what one unit says, once; never which person said it."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="+")
    proposal = models.ForeignKey(Proposal, models.PROTECT, related_name="answers")
    answer = term()
    reason = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        """Only blacking out a person changes a row."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "proposal", "unit"], name="proposal_answer_once_a_unit"),
            FromOurSeat(
                name="proposal_answer_of_seated",
                commands=READ_ADD_CHANGE,
                columns={"update": ("reason",)},
                parent="tasks_proposal.proposal_id",
            ),
        ]
