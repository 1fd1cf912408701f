"""What the partnership keeps: incidents, and how each report was triaged."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ, READ_ADD_CHANGE
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ByAudience, ForPolicyFunctions
from rundbord.situation.models.report import Report
from rundbord.situation.row_policies import ReachesAsItsSource

_TIMES = ("starts_at", "ends_at", "starts_precision", "ends_precision", "occurred_at")
_PLACE = ("area_id", "place_text", "place_key", "town", "lat", "lon", "point_precision")
_STATE = ("is_confirmed", "changed_at", "closed_at", "withdrawn_at", "version")


class Incident(models.Model):
    """Incident — hændelse: one event as the partnership knows it, from one or several reports; holds no person.

    It reaches exactly whom its first report reaches, hence `authority` and `unit` are that report's own. Each source's
    own text stays in its report. `version` counts changes, so that of two who edit at once none is lost.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    audience = term()
    first_report = models.ForeignKey(Report, models.PROTECT, null=True, related_name="+")
    nature = term()
    category = term()
    subcategory = term(blank=True)
    heading = models.CharField(max_length=200)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    starts_precision = term(blank=True)
    ends_precision = term(blank=True)
    occurred_at = models.DateTimeField()
    area = models.ForeignKey(Area, models.PROTECT, null=True)
    place_text = models.CharField(max_length=160, blank=True)
    place_key = models.CharField(max_length=160, blank=True)
    town = models.CharField(max_length=80, blank=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    point_precision = term(blank=True)
    is_confirmed = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """`occurred_at` is start, else end, else arrival: what lists sort by. Triage undone leaves `withdrawn_at`."""

        indexes = [
            models.Index(fields=["partnership", "-occurred_at", "-id"], name="incident_by_time"),
            # Holds all that counting an area's incidents asks for, row security included: rows need not be fetched.
            models.Index(
                fields=["partnership", "area", "-occurred_at"],
                include=["category", "authority", "audience", "unit", "starts_at", "starts_precision"],
                condition=Q(withdrawn_at__isnull=True),
                name="counted_by_area",
            ),
            models.Index(fields=["partnership", "category", "-occurred_at"], name="incident_by_category"),
            models.Index(fields=["partnership", "-changed_at"], name="incident_by_change"),
            models.Index(fields=["partnership", "-closed_at"], name="incident_by_closing"),
            # For the prefix operator ^@, which keeps its index under row security (security §2.1).
            models.Index(
                fields=["partnership", "place_key"],
                opclasses=["uuid_ops", "text_pattern_ops"],
                name="incident_by_place",
            ),
        ]
        constraints = [
            ReachesAsItsSource(
                name="incident_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("category", "heading", *_TIMES, *_PLACE, *_STATE)},
                table="situation_incident",
                parent="situation_report.first_report_id",
                is_optional=True,
            ),
            ByAudience(name="incident_for_partners", commands=READ, logins=("rundbord_place",), has_unit=True),
            ForPolicyFunctions(name="incident_for_functions"),
        ]

    def __str__(self) -> str:
        """Show the heading."""
        return self.heading


class IncidentRevision(models.Model):
    """Incident revision — udgave: an incident as it stood from one version on; `content` holds what can be changed."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    audience = term()
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="revisions")
    version = models.PositiveIntegerField()
    content = models.JSONField()
    user_id = models.UUIDField()
    user_label = models.CharField(max_length=180)
    at = models.DateTimeField()

    class Meta:
        """Changed by blacking out a person alone; two who save the same version collide here, too."""

        constraints = [
            models.UniqueConstraint(fields=["incident", "version"], name="incident_revision_once"),
            ReachesAsItsSource(
                name="revision_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("content",)},
                table="situation_incidentrevision",
                parent="situation_incident.incident_id",
            ),
        ]


class Triage(models.Model):
    """Triage — sortering: one verdict on one report; undoing leaves the row and opens the report again.

    `authority` and `unit` are the report's own, so that all who read it learn its fate; `user_label` names the judge.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    audience = term()
    report = models.ForeignKey(Report, models.PROTECT, related_name="triages")
    incident = models.ForeignKey(Incident, models.PROTECT, null=True, related_name="triages")
    verdict = term()
    reason = term(blank=True)
    note = models.CharField(max_length=300, blank=True)
    user_id = models.UUIDField()
    user_label = models.CharField(max_length=180, blank=True)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        """A report has one verdict at a time; two coordinators who decide at once learn of each other here."""

        indexes = [
            models.Index(fields=["incident"], name="triage_by_incident"),
            models.Index(fields=["partnership", "-changed_at"], name="triage_by_change"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["report"], condition=Q(undone_at__isnull=True), name="one_verdict_at_a_time"
            ),
            ReachesAsItsSource(
                name="triage_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("note", "undone_at", "changed_at")},
                table="situation_triage",
                parent="situation_report.report_id",
            ),
            ByAudience(name="triage_for_partners", commands=READ, logins=("rundbord_place",), has_unit=True),
            ForPolicyFunctions(name="triage_for_functions"),
        ]
