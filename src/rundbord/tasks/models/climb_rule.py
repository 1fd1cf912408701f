"""How long the partnership waits before what is overdue goes further."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier
from rundbord.access.row_policies import READ_AND_ADD
from rundbord.identity.models import Authority
from rundbord.partnership.models import Partnership
from rundbord.partnership.row_policies import InPartnership


class ClimbRule(models.Model):
    """Climb rule — regel for løft: working days from deadline to leader, and from leader to agenda; newest counts."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    to_leader = models.PositiveSmallIntegerField()
    to_agenda = models.PositiveSmallIntegerField()
    set_at = models.DateTimeField()

    class Meta:
        """Nothing is changed: who set what, and when, stays."""

        indexes = [models.Index(fields=["partnership", "-set_at"], name="climb_rule_by_time")]
        constraints = [InPartnership(name="climb_rule_of_parties", commands=READ_AND_ADD, owned=True)]
