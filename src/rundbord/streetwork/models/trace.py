"""What a shift leaves behind: where the team was, the reports it led to, and the needs it passed on."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Area, Partnership
from rundbord.situation.models import Report
from rundbord.streetwork.models.shift import Shift
from rundbord.streetwork.row_policies import OfOwnShift


class AreaVisit(models.Model):
    """Area visit — områdebesøg: that the team came into an area; it stays until the next visit or the shift's end."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="visits")
    area = models.ForeignKey(Area, models.PROTECT)
    entered_at = models.DateTimeField()

    class Meta:
        """Only added: the route is what was tapped."""

        indexes = [models.Index(fields=["shift", "entered_at"], name="visit_by_time")]
        constraints = [OfOwnShift(name="area_visit_of_own", table="streetwork_areavisit", commands=READ_AND_ADD)]


class ShiftReport(models.Model):
    """Shift report — vagtindberetning: the ordinary report that something seen on a shift became, and its bands.

    The words stand in the report alone; `with_police` is known of an episode.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="reports")
    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    kind = term()
    size_band = term(blank=True)
    age_band = term(blank=True)
    activity = term(blank=True)
    with_police = models.BooleanField(null=True)
    at = models.DateTimeField()

    class Meta:
        """What became of it is the report's own story."""

        indexes = [models.Index(fields=["shift", "at"], name="shift_report_by_time")]
        constraints = [OfOwnShift(name="shift_report_of_own", table="streetwork_shiftreport", commands=READ_AND_ADD)]


class PassedNeed(models.Model):
    """Passed need — videregivet behov: a kind of need that was passed to a unit; neither who nor in whose words."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="needs")
    kind = term()
    unit = models.ForeignKey(Unit, models.PROTECT)
    at = models.DateTimeField()

    class Meta:
        """A count of its kind, no case."""

        constraints = [OfOwnShift(name="passed_need_of_own", table="streetwork_passedneed", commands=READ_AND_ADD)]
