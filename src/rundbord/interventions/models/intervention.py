"""An intervention, the steps that were taken or planned, and its end when somebody ends it by hand."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.concerns.models import Concern, YoungPerson
from rundbord.concerns.row_policies import ForDesk, InFile
from rundbord.identity.models import Authority
from rundbord.interventions.models.joint_visit import JointVisit
from rundbord.interventions.models.offer import Offer
from rundbord.keys.models import DataKey
from rundbord.partnership.models import Partnership


class Intervention(models.Model):
    """Intervention — indsats: what one authority does with a young person, step by step, because of a concern.

    `next_step` and `due_at` are what lists go by, reckoned anew with each step; both are empty when it is over. `place`
    is the offer of the own catalogue in which it holds a place, until it ends. When a joint visit is deleted, the
    database empties `joint_visit` (interventions/sql.py).
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="interventions")
    concern = models.ForeignKey(Concern, models.PROTECT, related_name="interventions")
    joint_visit = models.ForeignKey(JointVisit, models.DO_NOTHING, null=True, related_name="+")
    place = models.ForeignKey(Offer, models.PROTECT, null=True, related_name="+")
    kind = term()
    started_at = models.DateTimeField()
    started_by = models.UUIDField()
    started_label = models.CharField(max_length=180)
    next_step = term(blank=True)
    due_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ending = term(blank=True)

    class Meta:
        """Nobody deletes one by hand: it goes with its file."""

        indexes = [
            models.Index(fields=["person", "-started_at"], name="intervention_by_person"),
            models.Index(
                fields=["authority", "due_at", "id"],
                condition=Q(ended_at__isnull=True),
                name="intervention_by_due_moment",
            ),
        ]
        constraints = [
            InFile(
                name="intervention_in_file",
                table="interventions_intervention",
                author="started_by",
                commands=READ_ADD_CHANGE,
                columns={"update": ("joint_visit_id", "place_id", "next_step", "due_at", "ended_at", "ending")},
            ),
            ForDesk(name="intervention_for_desk", columns={"select": ("id", "authority_id", "person_id")}),
        ]


class StepTaken(models.Model):
    """Step taken — taget skridt: one try of one step, with its outcome; what was filled in is one sealed text.

    `data_key` is a key of the words' own, where they go before the file does. `counts_from` is the moment from which
    later clocks run, `again_on` the day of the next try.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="+")
    intervention = models.ForeignKey(Intervention, models.PROTECT, related_name="steps")
    step = term()
    outcome = term()
    words = models.BinaryField(null=True)
    data_key = models.ForeignKey(DataKey, models.PROTECT, null=True, related_name="+")
    sides = ArrayField(term(), default=list)
    held_at = models.DateTimeField()
    counts_from = models.DateTimeField()
    again_on = models.DateField(null=True)
    printed_at = models.DateTimeField(null=True)
    taken_at = models.DateTimeField()
    taken_by = models.UUIDField()
    taken_label = models.CharField(max_length=180)

    class Meta:
        """Only added; that it was printed is noted once."""

        indexes = [
            models.Index(fields=["intervention", "taken_at"], name="step_taken_in_order"),
            models.Index(fields=["person", "step", "-held_at"], name="step_taken_by_person"),
            models.Index(
                fields=["authority", "printed_at"],
                condition=Q(data_key__isnull=False),
                name="step_taken_with_own_key",
            ),
        ]
        constraints = [
            InFile(
                name="step_taken_in_file",
                table="interventions_steptaken",
                author="taken_by",
                commands=READ_ADD_CHANGE,
                columns={"update": ("printed_at",)},
            ),
            ForDesk(name="step_taken_for_desk", columns={"select": ("id", "authority_id", "person_id")}),
        ]


class PlannedStep(models.Model):
    """Planned step — planlagt skridt: when and where a step is to happen; the newest that is not cancelled counts."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="+")
    intervention = models.ForeignKey(Intervention, models.PROTECT, related_name="plans")
    step = term()
    planned_for = models.DateTimeField()
    words = models.BinaryField(null=True)
    planned_at = models.DateTimeField()
    planned_by = models.UUIDField()
    planned_label = models.CharField(max_length=180)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        """Replaced by a newer one, or cancelled."""

        indexes = [models.Index(fields=["intervention", "-planned_at"], name="planned_step_newest_first")]
        constraints = [
            InFile(
                name="planned_step_in_file",
                table="interventions_plannedstep",
                author="planned_by",
                commands=READ_ADD_CHANGE,
                columns={"update": ("cancelled_at",)},
            )
        ]


class InterventionEnd(models.Model):
    """Intervention end — afslutning af indsats: that somebody ended it by hand, how, and why."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="+")
    intervention = models.ForeignKey(Intervention, models.PROTECT, related_name="ends")
    ending = term()
    reason = models.BinaryField()
    ended_at = models.DateTimeField()
    ended_by = models.UUIDField()
    ended_label = models.CharField(max_length=180)

    class Meta:
        """Only added; a course that runs out by itself has none."""

        constraints = [
            InFile(
                name="intervention_end_in_file",
                table="interventions_interventionend",
                author="ended_by",
                commands=READ_AND_ADD,
            )
        ]
