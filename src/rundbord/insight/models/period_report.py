"""Reports on a half-year or a year: numbers from the lists, words by the parties, and a file when approved."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority
from rundbord.insight.row_policies import FixedOnceApproved, InDraftReport
from rundbord.partnership.models import Partnership


class PeriodReport(models.Model):
    """Period report — halvårsrapport og årsrapport: what a period was, for councils and boards."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    kind = term()
    first = models.DateField()
    last = models.DateField()
    made_at = models.DateTimeField()
    approved_at = models.DateTimeField(null=True)
    approved_label = models.CharField(max_length=180, blank=True)
    figures = models.JSONField(null=True)
    pdf = models.BinaryField(null=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        """`figures` and `pdf` are written when it is approved (SHA-256 beside), and never again."""

        indexes = [models.Index(fields=["partnership", "-last"], name="report_newest_first")]
        constraints = [
            models.CheckConstraint(condition=Q(last__gt=F("first")), name="report_ends_after_it_starts"),
            models.UniqueConstraint(fields=["partnership", "first", "last"], name="report_once_a_period"),
            FixedOnceApproved(
                name="report_of_parties",
                commands=READ_ADD_CHANGE,
                columns={"update": ("approved_at", "approved_label", "figures", "pdf", "digest")},
            ),
        ]


class ReportWords(models.Model):
    """Report words — ord i rapporten: what the parties say in a section; the newest stand."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    report = models.ForeignKey(PeriodReport, models.PROTECT, related_name="words")
    section = term()
    text = models.TextField(blank=True)
    written_at = models.DateTimeField()

    class Meta:
        """Only added."""

        constraints = [InDraftReport(name="report_words_of_parties", commands=READ_AND_ADD, owned=True)]


class ReportTable(models.Model):
    """Report table — tal fra egen statistik: numbers of persons as they may be told; small ones are never stored."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    report = models.ForeignKey(PeriodReport, models.PROTECT, related_name="tables")
    section = term()
    lines = models.JSONField()
    total = models.CharField(max_length=20)
    source = models.CharField(max_length=160)
    written_at = models.DateTimeField()

    class Meta:
        """Only added; the newest stands. `lines` are pairs of label and told number."""

        constraints = [InDraftReport(name="report_table_of_parties", commands=READ_AND_ADD, owned=True)]
