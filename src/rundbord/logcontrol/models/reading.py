"""How many persons may be read about: an authority's own limits, who was stopped, and who was let go on."""

from __future__ import annotations

from django.db import models

from rundbord.access.aged_rows import AgedWith
from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_AND_ADD, AgedRows
from rundbord.identity.models import Authority
from rundbord.logcontrol.models.control import AT_LEAST_DAYS
from rundbord.logcontrol.row_policies import LiftedByAnother, LimitSet, StoppedReader
from rundbord.logcontrol.rules.budget import MOST_PER_DAY, MOST_PER_HOUR
from rundbord.partnership.row_policies import ForPolicyFunctions


class ReadingLimit(models.Model):
    """Reading limit — grænse for læsning: how many persons a user may read about; the newest row stands."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    per_hour = models.PositiveIntegerField()
    per_day = models.PositiveIntegerField()
    reason = models.TextField()
    set_by = models.UUIDField()
    set_label = models.CharField(max_length=180)
    at = models.DateTimeField()

    class Meta:
        """Never so wide that it is none."""

        constraints = [
            models.CheckConstraint(
                name="reading_limit_is_one",
                condition=models.Q(per_hour__gte=1, per_hour__lte=MOST_PER_HOUR, per_day__lte=MOST_PER_DAY)
                & models.Q(per_day__gte=models.F("per_hour")),
            ),
            LimitSet(name="reading_limit_of_authority", commands=READ_AND_ADD),
            ForPolicyFunctions(name="reading_limit_for_functions"),
            AgedRows(name="reading_limit_gone_by_night", moment="at", days=AT_LEAST_DAYS),
        ]


class ReadingStop(models.Model):
    """Reading stop — standset læsning: somebody reached the limit on a Danish day; each try is in the log."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    user_id = models.UUIDField()
    user_label = models.CharField(max_length=180)
    unit_label = models.CharField(max_length=180, blank=True)
    day = models.DateField()
    window = term()
    at = models.DateTimeField()

    class Meta:
        """One a user and day."""

        constraints = [
            models.UniqueConstraint(fields=["authority", "user_id", "day"], name="reading_stop_once_a_day"),
            StoppedReader(name="reading_stop_of_reader", commands=READ_AND_ADD),
            ForPolicyFunctions(name="reading_stop_for_functions"),
            AgedRows(name="reading_stop_gone_by_night", moment="at", days=AT_LEAST_DAYS),
        ]


class ReadingLift(models.Model):
    """Reading lift — ophævet grænse: a leader lets a stopped user go on for the rest of that day, with a reason."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    stop = models.ForeignKey(ReadingStop, models.PROTECT, related_name="lifts")
    reason = models.TextField()
    lifted_by = models.UUIDField()
    lifted_label = models.CharField(max_length=180)
    at = models.DateTimeField()

    class Meta:
        """Once, and never by the reader."""

        constraints = [
            models.UniqueConstraint(fields=["authority", "stop"], name="reading_lifted_once"),
            LiftedByAnother(name="reading_lift_by_another", commands=READ_AND_ADD),
            ForPolicyFunctions(name="reading_lift_for_functions"),
            AgedWith(
                name="reading_lift_gone_by_night",
                moment="at",
                days=AT_LEAST_DAYS,
                way=[("stop_id", "logcontrol_readingstop")],
            ),
        ]
