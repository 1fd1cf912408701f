"""Counts that are unusual for a place, as found and as judged by somebody, and where the past is too short for it."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ByAudience


class UnusualCount(models.Model):
    """Unusual count — usædvanligt antal: more incidents of one category in an area than is normal there; no person.

    `first` and `last` are Danish calendar days, both included; `text` says what was counted, what is normal and how
    sure it is; `p` and `q` are the chance of so many and the share of false finds (Benjamini–Hochberg).
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    area = models.ForeignKey(Area, models.PROTECT)
    category = term()
    first = models.DateField()
    last = models.DateField()
    counted = models.PositiveIntegerField()
    expected = models.FloatField()
    p = models.FloatField()
    q = models.FloatField()
    heading = models.CharField(max_length=200)
    text = models.TextField()
    found_at = models.DateTimeField()
    verdict = term(blank=True)
    reason = models.CharField(max_length=300, blank=True)
    judged_at = models.DateTimeField(null=True)
    judged_label = models.CharField(max_length=180, blank=True)

    class Meta:
        """One find for a place, a category and a period, whichever party's nightly work came first."""

        indexes = [models.Index(fields=["partnership", "-found_at", "-id"], name="unusual_count_by_time")]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "area", "category", "first", "last"], name="unusual_count_once"
            ),
            ByAudience(
                name="unusual_count_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("verdict", "reason", "judged_at", "judged_label")},
                by_parties=True,
            ),
        ]

    def __str__(self) -> str:
        """Show the heading."""
        return self.heading


class UnusualLook(models.Model):
    """Unusual look — gennemgang: what the newest night compared, and what has too short a past for it.

    `ending_on` is the Danish calendar day that was judged. `compared` counts pairs of area and category; `too_short`
    lists `{"area": id, "pairs": number, "from": ISO day}`: from that day on they can be judged.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    ending_on = models.DateField()
    looked_at = models.DateTimeField()
    compared = models.PositiveIntegerField()
    too_short = models.JSONField(default=list)

    class Meta:
        """The newest night alone."""

        constraints = [
            models.UniqueConstraint(fields=["partnership"], name="unusual_look_once"),
            ByAudience(
                name="unusual_look_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("ending_on", "looked_at", "compared", "too_short")},
                by_parties=True,
            ),
        ]

    def __str__(self) -> str:
        """Show the day."""
        return str(self.ending_on)
