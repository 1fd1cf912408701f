"""One source's account: an observation, an incident, or nothing to report."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD, WITH_PARTNERS
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ByAudience, ForPolicyFunctions
from rundbord.situation.row_policies import ForReporter, OfOwnReport
from rundbord.situation.vocabulary import Nature

_PLACE = ("rundbord_place",)
# What a reporter corrects; and what is put right of an incident that was read, released or blacked out.
_WORDS = ("text", "changed_at")
_TIMES = ("starts_at", "starts_precision", "ends_at", "ends_precision", "reported_at")
_TOLD = ("heading", "category", "place_text", "town", "area_id", "audience", *_TIMES)


class Report(models.Model):
    """Report — indberetning: one source's own words; times are aware, precision says how much is known.

    `text` holds no person. An incident read from a police report has the audience `authority` until it is released.
    `waits` tells that no verdict is in force, so that the inbox need not look through history; a trigger keeps it.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT)
    reporter_id = models.UUIDField()
    audience = term()
    nature = term()
    source_kind = term()
    basis = term(blank=True)
    category = term(blank=True)
    subcategory = term(blank=True)
    heading = models.CharField(max_length=200, blank=True)
    text = models.TextField(blank=True)
    group_size = term(blank=True)
    mood = term(blank=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    starts_precision = term(blank=True)
    ends_precision = term(blank=True)
    reported_at = models.DateTimeField(null=True)
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    place_text = models.CharField(max_length=160, blank=True)
    town = models.CharField(max_length=80, blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    point_precision = term(blank=True)
    is_urgent = models.BooleanField(default=False)
    waits = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        """An end before the start is kept and flagged when a source says so, hence no constraint on times."""

        indexes = [
            models.Index(fields=["partnership", "-created_at", "id"], name="report_by_arrival"),
            models.Index(fields=["partnership", "-changed_at"], name="report_by_change"),
            models.Index(fields=["authority", "reporter_id", "-created_at"], name="report_by_reporter"),
            models.Index(fields=["unit", "-created_at"], name="report_by_unit"),
            models.Index(fields=["partnership", "-created_at"], condition=Q(waits=True), name="report_that_waits"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(lat__isnull=True) | (Q(lat__range=(54, 58)) & Q(lon__range=(7, 16))),
                name="report_point_lies_in_denmark",
            ),
            models.CheckConstraint(condition=Q(changed_at__gte=F("created_at")), name="report_changes_after_creation"),
            models.CheckConstraint(
                condition=~Q(nature=Nature.NOTHING.value) | Q(waits=False), name="nothing_to_report_never_waits"
            ),
            ByAudience(
                name="report_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": (*_WORDS, *_TOLD)},
                has_unit=True,
                by_unit=True,
                author="reporter_id",
            ),
            ByAudience(
                name="report_by_partners",
                commands=READ_ADD_CHANGE,
                columns={"update": _WORDS},
                has_unit=True,
                by_unit=True,
                author="reporter_id",
                logins=_PLACE,
            ),
            ForPolicyFunctions(
                name="report_for_functions", commands=("select", "update"), columns={"update": ("waits",)}
            ),
        ]

    def __str__(self) -> str:
        """Show the heading, or the first words."""
        return self.heading or self.text[:60]


class HandedOver(models.Model):
    """Handed over — overdragelse: that a concern was opened from an own report; read by the report's authority alone.

    It says neither about whom nor by which unit.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Once for each report."""

        constraints = [
            models.UniqueConstraint(fields=["report"], name="handed_over_once"),
            OfOwnReport(name="handed_over_of_own_report", commands=READ_AND_ADD),
        ]


class ReportAnswer(models.Model):
    """Report answer — svar på overdraget indberetning: what became of it, in words without a person, to its reporter.

    Kept by the report's own authority; read by the reporter and by whoever wrote it.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    report = models.ForeignKey(Report, models.PROTECT, related_name="answers")
    text = models.CharField(max_length=500)
    written_at = models.DateTimeField()
    written_by = models.UUIDField()
    written_label = models.CharField(max_length=180)

    class Meta:
        """Only added: each concern that came of a report gives its own."""

        indexes = [models.Index(fields=["report", "written_at"], name="report_answer_by_report")]
        constraints = [ForReporter(name="report_answer_for_reporter", commands=READ_AND_ADD)]


class Photo(models.Model):
    """Photo — foto: a picture without people, re-encoded so that nothing but the pixels is left."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT)
    audience = term()
    report = models.ForeignKey(Report, models.PROTECT, related_name="photos")
    content = models.BinaryField()
    media_type = models.CharField(max_length=20)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    created_at = models.DateTimeField()

    class Meta:
        """Readers are the report's own."""

        constraints = [
            ByAudience(
                name="photo_by_audience",
                commands=READ_AND_ADD,
                has_unit=True,
                by_unit=True,
                parent="situation_report.report_id",
                logins=WITH_PARTNERS,
            )
        ]
