"""Partnerships, their parties, who must report, and which categories they fold away."""

from __future__ import annotations

from datetime import time

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ, READ_ADD_CHANGE, WITH_PARTNERS
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.row_policies import ForPolicyFunctions, InPartnership, PartyByTwo

EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]


def every_day() -> list[int]:
    """ISO weekdays, Monday first."""
    return list(EVERY_DAY)


class Partnership(models.Model):
    """Partnership — partnerskab: a police district and municipalities around one table."""

    id = identifier()
    name = models.CharField(max_length=160)
    short_name = models.CharField(max_length=40)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Seen by its parties; added by the operator alone."""

        constraints = [
            InPartnership(name="partnership_of_parties", column="id", commands=READ, logins=WITH_PARTNERS),
            ForPolicyFunctions(name="partnership_for_functions"),
        ]

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class Party(models.Model):
    """Party — part: an authority's membership; the last day counts."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="parties")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="seats")
    kind = term()
    joined_on = models.DateField()
    left_on = models.DateField(null=True)

    class Meta:
        """What every other policy stands on: who is a party, and when."""

        constraints = [
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")), name="party_leaves_after_it_joins"
            ),
            models.UniqueConstraint(fields=["partnership", "authority", "joined_on"], name="party_once_a_day"),
            InPartnership(name="party_of_parties", commands=READ, logins=("rundbord_place",)),
            PartyByTwo(name="party_by_two", commands=READ_ADD_CHANGE, columns={"update": ("left_on",)}),
            ForPolicyFunctions(name="party_for_functions"),
        ]


class ReportingDuty(models.Model):
    """Reporting duty — indberetningspligt: a unit that sends something or a nil return by a clock time (Danish)."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="reporting_duties")
    unit = models.ForeignKey(Unit, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    expected_by = models.TimeField(default=time(7, 30))
    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=every_day)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        """Silence is visible to all parties."""

        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="reporting_duty_ends_after_it_starts",
            ),
            InPartnership(name="reporting_duty_of_parties", commands=READ_ADD_CHANGE, columns={"update": ("ends_on",)}),
        ]


class FoldingRule(models.Model):
    """Folding rule — foldning: a category that the partnership does not follow and folds away in the inbox."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="folding_rules")
    category = term()
    is_folded = models.BooleanField(default=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        """One rule a category."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "category"], name="folding_once_a_category"),
            InPartnership(name="folding_of_parties", commands=READ_ADD_CHANGE),
        ]
