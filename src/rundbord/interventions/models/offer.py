"""What a municipality has to offer, and how many places are free; no persons."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority
from rundbord.partnership.models import Partnership
from rundbord.partnership.row_policies import InPartnership


class Offer(models.Model):
    """Offer — tilbud: something that young people can be offered in a municipality, with its free places."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT)
    name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=240)
    kind = term()
    words = models.CharField(max_length=600, blank=True)
    contact = models.CharField(max_length=160)
    from_age = models.PositiveSmallIntegerField()
    to_age = models.PositiveSmallIntegerField()
    places = models.PositiveSmallIntegerField()
    free = models.PositiveSmallIntegerField()
    counted_at = models.DateTimeField()
    counted_label = models.CharField(max_length=180)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        """Read by all parties, kept by the municipality that has it."""

        indexes = [models.Index(fields=["partnership", "closed_at", "sort_key", "id"], name="offer_by_name")]
        constraints = [
            models.CheckConstraint(condition=Q(free__lte=F("places")), name="offer_has_no_more_free_than_places"),
            models.CheckConstraint(condition=Q(from_age__lte=F("to_age")), name="offer_ages_in_order"),
            InPartnership(name="offer_of_parties", owned=True, commands=READ_ADD_CHANGE),
        ]
