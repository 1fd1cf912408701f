"""The quarterly mapping of gang activity: each side's view of an area, what both say of it, municipalities without any.

A quarter is stored by its first day. Rows are only added: the one with the highest number counts.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Partnership
from rundbord.partnership.row_policies import ByAudience
from rundbord.streetwork.row_policies import StatedBySide

_IS_FIRST_DAY = Q(quarter__day=1, quarter__month__in=(1, 4, 7, 10))
_OWN_AREA = (
    "EXISTS (SELECT 1 FROM partnership_area a WHERE a.id = streetwork_activityview.area_id"
    " AND a.authority_id = streetwork_activityview.authority_id)"
)


class ActivityView(models.Model):
    """Activity view — aktivitetsvurdering: one side's view of gang activity in an area in a quarter, with its reason.

    Names no person and no group: who a group is, is the police's own knowledge in `conflicts`.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    audience = term()
    area = models.ForeignKey(Area, models.PROTECT, related_name="activity_views")
    quarter = models.DateField()
    side = term()
    number = models.PositiveSmallIntegerField()
    level = term()
    signs = ArrayField(term())
    sources = ArrayField(term())
    footing = term()
    reason = models.TextField()
    stated_at = models.DateTimeField()
    stated_label = models.CharField(max_length=180)

    class Meta:
        """Nothing of it changes but its words, when a person is blacked out."""

        indexes = [models.Index(fields=["area", "-quarter", "side", "-number"], name="activity_view_by_area")]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "area", "quarter", "side", "number"], name="activity_view_once_a_number"
            ),
            models.CheckConstraint(condition=_IS_FIRST_DAY, name="activity_view_of_a_quarter"),
            StatedBySide(
                name="activity_view_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("reason",)},
                by_parties=True,
                by_unit=True,
                own_place=_OWN_AREA,
            ),
        ]


class AgreedSentence(models.Model):
    """Agreed sentence — fælles sætning: what both sides say of an area together, as long as both views stand."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    audience = term()
    area = models.ForeignKey(Area, models.PROTECT)
    quarter = models.DateField()
    number = models.PositiveSmallIntegerField()
    police_view = models.ForeignKey(ActivityView, models.PROTECT, related_name="+")
    ssp_view = models.ForeignKey(ActivityView, models.PROTECT, related_name="+")
    text = models.CharField(max_length=400)
    written_at = models.DateTimeField()
    written_label = models.CharField(max_length=180)

    class Meta:
        """Either side writes it; a newer one takes its place, and the older stays in the history."""

        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "area", "quarter", "number"], name="agreed_sentence_once_a_number"
            ),
            models.CheckConstraint(condition=_IS_FIRST_DAY, name="agreed_sentence_of_a_quarter"),
            ByAudience(
                name="agreed_sentence_by_audience",
                commands=READ_ADD_CHANGE,
                columns={"update": ("text",)},
                by_parties=True,
                by_unit=True,
                parent="streetwork_activityview.police_view_id",
            ),
        ]


class GangFreeStatement(models.Model):
    """Gang-free statement — bandefri erklæring: that one side declares a municipality free in a quarter.

    `covers` are the areas that were agreed at the lowest level when it was declared; a later view of one ends it.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True)
    audience = term()
    municipality = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    quarter = models.DateField()
    side = term()
    covers = ArrayField(models.UUIDField())
    stated_at = models.DateTimeField()
    stated_label = models.CharField(max_length=180)

    class Meta:
        """Never changed, only followed."""

        indexes = [models.Index(fields=["partnership", "quarter"], name="gang_free_by_quarter")]
        constraints = [
            models.CheckConstraint(condition=_IS_FIRST_DAY, name="gang_free_in_a_quarter"),
            StatedBySide(
                name="gang_free_by_audience",
                commands=READ_AND_ADD,
                by_unit=True,
                own_place="municipality_id = authority_id",
            ),
        ]
