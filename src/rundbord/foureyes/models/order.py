"""What was ordered, in frozen words, and who confirmed it."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD, AgedRows
from rundbord.foureyes.row_policies import ConfirmedByAnother, ForFunctions, OrderedAtTableOrWithin
from rundbord.identity.models import Authority

_AT_LEAST_DAYS = 2 * 365


class Order(models.Model):
    """Order — bestilling: a dangerous act that one person wants; `words` say exactly what will happen.

    `subject` and `day` are what the act's own policy compares: the row, and the Danish day from which it holds.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    partnership_id = models.UUIDField()
    kind = term()
    subject = models.UUIDField()
    day = models.DateField()
    words = models.TextField()
    ordered_by = models.UUIDField()
    ordered_label = models.CharField(max_length=180)
    ordered_at = models.DateTimeField()
    lapses_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    # Of what a machine does after the confirmation; empty where the act was part of it.
    carried_out_at = models.DateTimeField(null=True)

    class Meta:
        """Nothing of it changes but that it is withdrawn, or carried out."""

        indexes = [models.Index(fields=["partnership_id", "-ordered_at"], name="order_newest")]
        constraints = [
            models.CheckConstraint(name="order_lapses", condition=Q(lapses_at__gt=F("ordered_at"))),
            OrderedAtTableOrWithin(
                name="order_at_table",
                commands=READ_ADD_CHANGE,
                columns={"update": ("withdrawn_at", "carried_out_at")},
            ),
            ForFunctions(name="order_for_functions"),
            AgedRows(name="order_gone_by_night", moment="ordered_at", days=_AT_LEAST_DAYS),
        ]


class Confirmation(models.Model):
    """Confirmation — bekræftelse: another person has seen what will happen, and it was carried out in that act."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    partnership_id = models.UUIDField()
    order = models.ForeignKey(Order, models.PROTECT, related_name="confirmations")
    confirmed_by = models.UUIDField()
    confirmed_label = models.CharField(max_length=180)
    at = models.DateTimeField()

    class Meta:
        """Once."""

        constraints = [
            models.UniqueConstraint(fields=["partnership_id", "order"], name="order_confirmed_once"),
            ConfirmedByAnother(name="confirmation_by_another", commands=READ_AND_ADD),
            ForFunctions(name="confirmation_for_functions"),
            AgedRows(name="confirmation_gone_by_night", moment="at", days=_AT_LEAST_DAYS),
        ]
