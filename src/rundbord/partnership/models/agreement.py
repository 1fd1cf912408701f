"""The agreement, its extensions, the chair and the focus points."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier
from rundbord.access.row_policies import ALL, READ, READ_ADD_CHANGE, READ_AND_ADD
from rundbord.identity.models import Unit
from rundbord.partnership.models.partnership import Partnership, Party
from rundbord.partnership.row_policies import InPartnership

_PLACE = ("rundbord_place",)


class Agreement(models.Model):
    """Agreement — aftale: what the parties signed, and until when; extensions are rows of their own."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="agreements")
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    signed_on = models.DateField()
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        """Common to the parties."""

        constraints = [
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="agreement_ends_after_it_starts"),
            InPartnership(name="agreement_of_parties", commands=READ_ADD_CHANGE),
            InPartnership(name="agreement_for_partners", commands=READ, logins=_PLACE),
        ]


class AgreementExtension(models.Model):
    """Agreement extension — forlængelse: a later end, decided on a day."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    agreement = models.ForeignKey(Agreement, models.PROTECT, related_name="extensions")
    ends_on = models.DateField()
    decided_on = models.DateField()
    note = models.TextField(blank=True)

    class Meta:
        """Never changed, only followed by another."""

        constraints = [
            InPartnership(name="extension_of_parties", commands=READ_AND_ADD),
            InPartnership(name="extension_for_partners", commands=READ, logins=_PLACE),
        ]


class ChairTerm(models.Model):
    """Chair term — formandskab: which party leads, from a day; it ends when the next begins."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="chair_terms")
    party = models.ForeignKey(Party, models.PROTECT)
    secretariat = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        """One chair at a time; the secretariat is a unit of the party that chairs."""

        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="chair_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["partnership"], condition=Q(ends_on__isnull=True), name="one_chair_at_a_time"
            ),
            InPartnership(
                name="chair_of_parties", commands=READ_ADD_CHANGE, columns={"update": ("ends_on", "secretariat_id")}
            ),
            InPartnership(name="chair_for_partners", commands=READ, logins=_PLACE),
        ]


class FocusPoint(models.Model):
    """Focus point — indsatspunkt: what the partnership has agreed to work on."""

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="focus_points")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=160)
    text = models.TextField(blank=True)

    class Meta:
        """Common to the parties, in their own order."""

        constraints = [
            InPartnership(name="focus_point_of_parties", commands=ALL),
            InPartnership(name="focus_point_for_partners", commands=READ, logins=_PLACE),
        ]
