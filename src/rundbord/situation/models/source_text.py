"""The original of a police report, and which words each extracted field came from; the authority's own."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier
from rundbord.access.row_policies import ALL, OwnAuthority
from rundbord.identity.models import Authority
from rundbord.partnership.models import Partnership
from rundbord.situation.models.report import Report


class SourceText(models.Model):
    """Source text — original døgnrapport: as pasted or uploaded; `text` is emptied at `delete_at` (14 days)."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    name = models.CharField(max_length=160)
    text = models.TextField()
    digest = models.BinaryField()
    district = models.CharField(max_length=80, blank=True)
    layout = models.CharField(max_length=60, blank=True)
    published_on = models.DateField()
    received_at = models.DateTimeField()
    received_by = models.UUIDField()
    delete_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)
    released_at = models.DateTimeField(null=True)

    class Meta:
        """Seen by the authority it came from alone; the same text twice in one authority is one report."""

        indexes = [models.Index(fields=["authority", "-received_at"], name="source_text_by_arrival")]
        constraints = [
            models.UniqueConstraint(fields=["authority", "partnership", "digest"], name="source_text_once"),
            OwnAuthority(name="source_text_own_authority", commands=ALL),
        ]


class ReadIncident(models.Model):
    """Read incident — udtrukket hændelse: what extraction made of one part of a source text.

    `evidence` maps a field to [[start, end], …], offsets in characters into the source text, and `flags` lists
    contradictions as [kind, words]; both are emptied with the source text.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    source_text = models.ForeignKey(SourceText, models.PROTECT, related_name="incidents")
    report = models.OneToOneField(Report, models.PROTECT, related_name="read_incident")
    position = models.PositiveSmallIntegerField()
    span_start = models.PositiveIntegerField()
    span_end = models.PositiveIntegerField()
    evidence = models.JSONField()
    flags = models.JSONField(default=list)
    corrected_fields = models.JSONField(default=list)
    released_at = models.DateTimeField(null=True)
    withheld_at = models.DateTimeField(null=True)

    class Meta:
        """As the source text itself."""

        indexes = [
            models.Index(fields=["source_text", "position"], name="read_incident_in_order"),
            models.Index(
                fields=["authority"],
                condition=models.Q(released_at__isnull=True, withheld_at__isnull=True),
                name="read_incident_that_waits",
            ),
        ]
        constraints = [OwnAuthority(name="read_incident_own_authority", commands=ALL)]
