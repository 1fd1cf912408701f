"""Repeats in time and place, as the nightly work found them and as somebody judged them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ByAudience

_COUNTED = ("first", "last", "incidents", "placed", "by_street", "pairs", "expected", "p", "cells", "found_at")
_FOUND = ("area_id", "incident_ids", "counted", "first", "last", "heading", "text", "found_at")


class NearRepeatTable(models.Model):
    """Near-repeat table — gentagelsestabel: how many pairs of one category lie close, and how many chance would give.

    One row for a category and a length of period in days, written anew each night; `first` and `last` are the Danish
    calendar days that it stands on. `incidents` counts all of them, `placed` those that had a point or a street and
    were used, `by_street` those among the placed that had a street alone. `pairs`, `expected` and `p` are those of the
    near band (`rules.repeats`); `cells` are all bands. Empty where there are too few.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    category = term()
    length = models.PositiveIntegerField()
    first = models.DateField()
    last = models.DateField()
    incidents = models.PositiveIntegerField()
    placed = models.PositiveIntegerField()
    by_street = models.PositiveIntegerField()
    pairs = models.PositiveIntegerField(null=True)
    expected = models.FloatField(null=True)
    p = models.FloatField(null=True)
    cells = models.JSONField(default=list)
    found_at = models.DateTimeField()

    class Meta:
        """The newest night alone: what was counted earlier says nothing that the incidents do not."""

        constraints = [
            models.UniqueConstraint(fields=["partnership", "category", "length"], name="near_repeat_table_once"),
            ByAudience(
                name="near_repeat_table_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": _COUNTED},
                by_parties=True,
            ),
        ]

    def __str__(self) -> str:
        """Show category and period."""
        return f"{self.category} {self.first}–{self.last}"


class RepeatCluster(models.Model):
    """Repeat cluster — gentagelse: incidents of one category close in space and time, where few are usual; no person.

    `incident_ids`, sorted, are incidents that all parties may read; streets and words are read from those, so that a
    black-out reaches them there. `first` and `last` are Danish calendar days. A cluster that grows before anybody has
    judged it grows in its row; one that grows afterwards is found anew.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    category = term()
    incident_ids = ArrayField(models.UUIDField())
    counted = models.PositiveIntegerField()
    first = models.DateField()
    last = models.DateField()
    heading = models.CharField(max_length=200)
    text = models.TextField()
    found_at = models.DateTimeField()
    verdict = term(blank=True)
    reason = models.CharField(max_length=300, blank=True)
    judged_at = models.DateTimeField(null=True)
    judged_label = models.CharField(max_length=180, blank=True)

    class Meta:
        """The same incidents are one find, whichever party's nightly work came first."""

        indexes = [models.Index(fields=["partnership", "-last", "-id"], name="repeat_by_day")]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "incident_ids"], name="repeat_once"),
            ByAudience(
                name="repeat_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": (*_FOUND, "verdict", "reason", "judged_at", "judged_label")},
                by_parties=True,
            ),
        ]

    def __str__(self) -> str:
        """Show the heading."""
        return self.heading
