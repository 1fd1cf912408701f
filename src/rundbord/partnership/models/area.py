"""Areas, the streets that lead to them, and what police and SSP say of them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils import timezone

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import ALL, READ, READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority
from rundbord.partnership.models.partnership import Partnership
from rundbord.partnership.row_policies import InPartnership

_PLACE = ("rundbord_place",)


class Area(models.Model):
    """Area — område: a place that the partnership follows; the outline is GeoJSON (WGS 84), drawn by a party."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="areas")
    authority = models.ForeignKey(Authority, models.PROTECT)
    name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=240)
    kind = term()
    outline = models.JSONField(null=True)
    centre_lat = models.FloatField(null=True)
    centre_lon = models.FloatField(null=True)
    created_at = models.DateTimeField(null=True, default=timezone.now)
    changed_at = models.DateTimeField(auto_now=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """`authority` is the one in whose municipality the area lies; `sort_key` puts æ ø å last.

        `created_at` is empty where it was not noted yet: such an area is taken to be as old as the partnership's past.
        """

        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "name"], condition=Q(closed_at__isnull=True), name="area_name_once"
            ),
            InPartnership(name="area_of_parties", commands=READ_ADD_CHANGE),
            InPartnership(name="area_for_partners", commands=READ, logins=_PLACE),
        ]

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class AreaStreet(models.Model):
    """Area street — gade: street text, in its normal form, that leads to an area."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    area = models.ForeignKey(Area, models.PROTECT, related_name="streets")
    key = models.CharField(max_length=120)
    name = models.CharField(max_length=120)

    class Meta:
        """Looked up by its normal form with `=`, which keeps the index under row security."""

        indexes = [models.Index(fields=["partnership", "key"], name="street_by_key")]
        constraints = [
            InPartnership(name="street_of_parties", commands=ALL),
            InPartnership(name="street_for_partners", commands=READ, logins=_PLACE),
        ]


class AreaAssessment(models.Model):
    """Area assessment — områdevurdering: one side's word on an area, with its reason; never changed, only followed."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    area = models.ForeignKey(Area, models.PROTECT, related_name="assessments")
    side = term()
    status = term()
    reason = models.TextField()
    assessed_at = models.DateTimeField()

    class Meta:
        """Each authority speaks for itself."""

        indexes = [models.Index(fields=["area", "side", "-assessed_at"], name="assessment_by_area_and_side")]
        constraints = [
            InPartnership(name="assessment_of_parties", commands=READ_AND_ADD, owned=True),
        ]
