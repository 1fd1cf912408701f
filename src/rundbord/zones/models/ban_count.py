"""Numbers of bans on staying, without whom."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority
from rundbord.partnership.models import Area, Partnership
from rundbord.zones.row_policies import DecidedByPolice


class BanCount(models.Model):
    """Ban count — antal opholdsforbud: how many were in force in an area in a month, and nothing about whom.

    Written twice: exactly for the police, and for the parties with `number` empty where it is small.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    audience = term()
    area = models.ForeignKey(Area, models.PROTECT)
    month = models.DateField()
    number = models.PositiveSmallIntegerField(null=True)
    noted_at = models.DateTimeField()

    class Meta:
        """`month` is the first day of it; the police correct their own number."""

        indexes = [models.Index(fields=["partnership", "-month"], name="ban_count_by_month")]
        constraints = [
            models.UniqueConstraint(
                fields=["partnership", "authority", "area", "month", "audience"], name="ban_count_once_a_month"
            ),
            models.CheckConstraint(
                condition=Q(audience="police") | Q(number__isnull=True) | Q(number=0) | Q(number__gte=5),
                name="ban_count_tells_no_small_number",
            ),
            DecidedByPolice(
                name="ban_count_by_audience", commands=READ_ADD_CHANGE, columns={"update": ("number", "noted_at")}
            ),
        ]
