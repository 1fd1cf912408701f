"""What every party may know of a programme: what it is, when it runs, how many places; never who takes part."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Partnership
from rundbord.partnership.row_policies import InPartnership


class Programme(models.Model):
    """Programme — forløb: something that a unit offers young people again and again, Politikadet for one."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    purpose = models.TextField(blank=True)
    opened_at = models.DateTimeField()

    class Meta:
        """Read by every party; kept by the unit that offers it."""

        constraints = [InPartnership(name="programme_of_parties", commands=READ_AND_ADD, owned=True, by_unit=True)]

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class Cohort(models.Model):
    """Cohort — hold: one course of a programme, from a day to a day.

    `told_taken` and `told_completed` are words, written when it closes: numbers under five are never told.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, models.PROTECT, related_name="cohorts")
    name = models.CharField(max_length=120)
    starts_on = models.DateField()
    ends_on = models.DateField()
    places = models.PositiveSmallIntegerField()
    told_taken = models.CharField(max_length=20, blank=True)
    told_completed = models.CharField(max_length=20, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """Read by every party."""

        indexes = [models.Index(fields=["programme", "-starts_on"], name="cohort_by_start")]
        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="cohort_ends_after_it_starts"),
            InPartnership(
                name="cohort_of_parties",
                commands=READ_ADD_CHANGE,
                columns={"update": ("told_taken", "told_completed", "closed_at")},
                owned=True,
                by_unit=True,
            ),
        ]

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class CourseDay(models.Model):
    """Course day — mødegang: a day on which a course meets, and about what."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    cohort = models.ForeignKey(Cohort, models.PROTECT, related_name="days")
    day = models.DateField()
    title = models.CharField(max_length=120, blank=True)

    class Meta:
        """Read by every party."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "cohort", "day"], name="course_day_once"),
            InPartnership(name="course_day_of_parties", commands=READ_AND_ADD, owned=True, by_unit=True),
        ]
