"""A question without a name that a unit puts to units of other parties, and what each answers."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ForPolicyFunctions
from rundbord.sharing.threshold_policies import AnsweredByUnit, PutToUnits


class ThresholdQuestion(models.Model):
    """Threshold question — drøftelse uden navn: a case on facts that name nobody, put to chosen units.

    No column leads to a person: which file it springs from, if any, is a row of the asking authority alone (concerns).
    `closes_on` is the last Danish day for an answer. `where` is either an area or a municipality.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    asked_units = ArrayField(models.UUIDField())
    age_band = term()
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    municipality = models.ForeignKey(Authority, models.PROTECT, null=True, related_name="+")
    signs = ArrayField(term())
    tried = ArrayField(term())
    wish = term()
    words = models.CharField(max_length=400, blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField()
    asked_label = models.CharField(max_length=180)
    closes_on = models.DateField()
    upshot = term(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_label = models.CharField(max_length=180, blank=True)

    class Meta:
        """What was asked never changes; the asking unit adds its decision, once."""

        indexes = [
            models.Index(fields=["authority", "unit", "-asked_at"], name="question_by_unit"),
            models.Index(fields=["partnership", "-asked_at"], name="question_newest_first"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(area__isnull=True) ^ Q(municipality__isnull=True), name="question_about_one_place"
            ),
            models.CheckConstraint(
                condition=Q(upshot="", decided_at__isnull=True) | (~Q(upshot="") & Q(decided_at__isnull=False)),
                name="question_decided_with_a_moment",
            ),
            PutToUnits(
                name="question_put_to_units",
                commands=READ_ADD_CHANGE,
                columns={"update": ("upshot", "decided_at", "decided_label")},
            ),
            ForPolicyFunctions(
                name="question_for_functions",
                columns={
                    "select": (
                        *("id", "partnership_id", "authority_id", "unit_id", "asked_units", "closes_on", "upshot"),
                        "decided_at",
                    )
                },
            ),
        ]


class ThresholdAnswer(models.Model):
    """Threshold answer — svar på drøftelse: what one unit says, once; read by the asker when all have, or time is up.

    `reason` is guarded as the question is, and may be empty.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    question = models.ForeignKey(ThresholdQuestion, models.PROTECT, related_name="answers")
    stance = term()
    reason = models.CharField(max_length=300, blank=True)
    answered_at = models.DateTimeField()
    answered_by = models.UUIDField()
    answered_label = models.CharField(max_length=180)

    class Meta:
        """One a unit, never changed."""

        constraints = [
            models.UniqueConstraint(fields=["authority", "unit", "question"], name="threshold_answer_once_a_unit"),
            AnsweredByUnit(name="answer_of_unit", commands=READ_AND_ADD),
            ForPolicyFunctions(name="answer_for_functions", columns={"select": ("question_id", "unit_id")}),
        ]
