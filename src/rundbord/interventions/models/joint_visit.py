"""What two units of two authorities do together: a reference, an area, a time, and each one's go; no name."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.interventions.row_policies import OfJointVisit, OfTwoUnits, PastItsDay
from rundbord.partnership.models import Area, Partnership


class JointVisit(models.Model):
    """Joint visit — fælles besøg: one that a unit asks another authority's unit to go on with it, by a reference.

    Who is to be visited travels as a disclosure that names the reference; here stands no name and no word. `delete_on`
    is set when it is asked for, and never moved.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    partner = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    partner_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    reference = term()
    area = models.ForeignKey(Area, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField()
    asked_label = models.CharField(max_length=180)
    answer_by = models.DateTimeField()
    planned_for = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    delete_on = models.DateField()

    class Meta:
        """Both units move the time; the night of whoever asked deletes, and the database lets go of what hung on it."""

        indexes = [
            models.Index(fields=["unit", "-asked_at"], name="joint_visit_by_unit"),
            models.Index(fields=["partner_unit", "-asked_at"], name="joint_visit_by_partner"),
            models.Index(fields=["authority", "delete_on"], name="joint_visit_by_last_day"),
        ]
        constraints = [
            models.CheckConstraint(condition=~Q(authority=F("partner")), name="joint_visit_is_of_two_authorities"),
            OfTwoUnits(
                name="joint_visit_of_two_units",
                commands=READ_ADD_CHANGE,
                columns={"update": ("planned_for", "ended_at")},
            ),
            PastItsDay(name="joint_visit_past_its_day"),
        ]


class JointAnswer(models.Model):
    """Joint answer — svar på fælles besøg: one unit's go or no-go, with what it has weighed; the newest counts."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    visit = models.ForeignKey(JointVisit, models.DO_NOTHING, related_name="answers")
    word = term()
    weighed = ArrayField(term(), default=list)
    answered_at = models.DateTimeField()
    answered_by = models.UUIDField()
    answered_label = models.CharField(max_length=180)

    class Meta:
        """Only added."""

        indexes = [models.Index(fields=["visit", "-answered_at"], name="joint_answer_newest_first")]
        constraints = [
            OfJointVisit(
                name="joint_answer_of_two_units",
                table="interventions_jointanswer",
                author="answered_by",
                commands=READ_AND_ADD,
            )
        ]
