"""The yearly plan with its numbered measures, and the goals with what was measured."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models.agreement import FocusPoint
from rundbord.partnership.models.partnership import Partnership
from rundbord.partnership.row_policies import InPartnership


class Plan(models.Model):
    """Plan — udmøntningsplan: what the parties will do in one year, where and for whom."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField()
    focus_places = models.TextField(blank=True)
    target_groups = models.TextField(blank=True)

    class Meta:
        """One a year; `focus_places` is where, `target_groups` for whom, in words and without persons."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "year"], name="plan_once_a_year"),
            InPartnership(
                name="plan_of_parties", commands=READ_ADD_CHANGE, columns={"update": ("focus_places", "target_groups")}
            ),
        ]


class Measure(models.Model):
    """Measure — tiltag: one numbered promise of the plan, with an owner and how much of it there shall be."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="measures")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    text = models.TextField(blank=True)
    owner = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    focus_point = models.ForeignKey(FocusPoint, models.SET_NULL, null=True, related_name="+")
    target = models.PositiveIntegerField(null=True)
    counted = models.CharField(max_length=60, blank=True)
    status = term()

    class Meta:
        """`target` is how many activities there shall be, `counted` what they are called."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "plan", "number"], name="measure_number_once"),
            InPartnership(
                name="measure_of_parties",
                commands=READ_ADD_CHANGE,
                columns={"update": ("title", "text", "owner_id", "focus_point_id", "target", "counted", "status")},
            ),
        ]

    def __str__(self) -> str:
        """Show number and title."""
        return f"{self.number}. {self.title}"


class Activity(models.Model):
    """Activity — aktivitet: something that was held under a measure, on a day; it counts as one or several."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    measure = models.ForeignKey(Measure, models.PROTECT, related_name="activities")
    held_on = models.DateField()
    count = models.PositiveSmallIntegerField(default=1)
    text = models.CharField(max_length=200, blank=True)

    class Meta:
        """Struck by the authority that noted it."""

        indexes = [models.Index(fields=["measure", "-held_on"], name="activity_by_measure")]
        constraints = [
            models.CheckConstraint(condition=Q(count__gt=0), name="activity_counts_something"),
            InPartnership(name="activity_of_parties", commands=("select", "insert", "delete"), owned=True),
        ]


class Goal(models.Model):
    """Goal — mål: an indicator, where it stood, where it shall be and by when, and where the number comes from."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="goals")
    title = models.CharField(max_length=160)
    indicator = models.CharField(max_length=200)
    measured_in = models.CharField(max_length=40, blank=True)
    counts_persons = models.BooleanField(default=False)
    baseline = models.DecimalField(max_digits=12, decimal_places=2)
    baseline_on = models.DateField()
    target = models.DecimalField(max_digits=12, decimal_places=2)
    target_on = models.DateField()
    source = models.CharField(max_length=160)
    closed_on = models.DateField(null=True)

    class Meta:
        """What it aims at never changes: another aim is another goal."""

        constraints = [
            models.CheckConstraint(condition=Q(target_on__gt=F("baseline_on")), name="goal_lies_ahead"),
            InPartnership(name="goal_of_parties", commands=READ_ADD_CHANGE, columns={"update": ("closed_on",)}),
        ]


class MeasuredValue(models.Model):
    """Measured value — måling: what the indicator showed for a period, and where that stands."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    goal = models.ForeignKey(Goal, models.PROTECT, related_name="values")
    value = models.DecimalField(max_digits=12, decimal_places=2)
    first = models.DateField()
    last = models.DateField()
    source = models.CharField(max_length=160)
    noted_on = models.DateField()

    class Meta:
        """Never rewritten; a better figure for the same period is a newer row."""

        constraints = [
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="measured_period_ends_after_it_starts"),
            InPartnership(name="measured_value_of_parties", commands=READ_AND_ADD, owned=True),
        ]
