"""Official statistics as a background: figures per municipality and quarter, never added to reports."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Authority
from rundbord.partnership.models import Partnership
from rundbord.partnership.row_policies import InPartnership


class BackgroundImport(models.Model):
    """Background import — indlæsning af baggrundstal: one answer of the statistics bank, with its check sums."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    table = term()
    origin = term()
    source_updated = models.CharField(max_length=40, blank=True)
    imported_at = models.DateTimeField()
    imported_by = models.UUIDField()
    first_period = models.CharField(max_length=6)
    last_period = models.CharField(max_length=6)
    figures = models.PositiveIntegerField()
    check_sum = term()
    differences = models.JSONField(default=list)

    class Meta:
        """Seen by all parties; what was imported is not rewritten."""

        indexes = [models.Index(fields=["partnership", "-imported_at"], name="background_import_by_time")]
        constraints = [
            InPartnership(
                name="background_import_of_parties",
                owned=True,
                commands=READ_AND_ADD,
                author="imported_by",
            )
        ]


class BackgroundFigure(models.Model):
    """Background figure — baggrundstal: one cell of a table; offence is empty where inhabitants are counted."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    table = term()
    area = models.CharField(max_length=3)
    area_name = models.CharField(max_length=80)
    offence = models.CharField(max_length=8, blank=True)
    offence_name = models.CharField(max_length=160, blank=True)
    period = models.CharField(max_length=6)
    value = models.PositiveIntegerField()
    imported = models.ForeignKey(BackgroundImport, models.PROTECT)

    class Meta:
        """One figure a cell, whichever party imported it last."""

        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "table", "offence", "area", "period"], name="background_figure_once"
            ),
            InPartnership(
                name="background_figure_of_parties",
                commands=READ_ADD_CHANGE,
                columns={"update": ("value", "area_name", "offence_name", "imported_id")},
            ),
        ]
