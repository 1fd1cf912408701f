"""The sender's copy of what was passed on, and how a letter reached somebody outside."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.keys.models import DataKey
from rundbord.partnership.models import Partnership
from rundbord.partnership.row_policies import ForPolicyFunctions
from rundbord.sharing.row_policies import OfDisclosure, SentUnlessMoved


class Disclosure(models.Model):
    """Disclosure — videregivelse: a fixed copy of chosen facts to one recipient, with basis and necessity.

    `content` and `necessity` lie sealed by the young person's key in the sending authority; `content` is JSON, see
    `sharing.content`. `about_id` is the sender's own key of whom it is about, and means nothing here. `recipient` and
    `recipient_unit` are empty for somebody outside the system, whose name lies in `outside_name`. Nobody changes or
    deletes a row. `expires_on` is the last Danish day on which the recipient may have its copy. With `asks` it is a
    request: a name is told so that the recipient can answer by `answer_by`; `in_answer_to` is the `disclosure_id` of
    the request that it answers. `rests_on` is the sender's own key of the consent that it rests on, empty for none.
    `kept_by` is who keeps the restricted copy of somebody who has moved away, and reads this, beside leaders alone.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    readers = ArrayField(models.UUIDField(), default=list)
    about_id = models.UUIDField()
    data_key = models.ForeignKey(DataKey, models.PROTECT)
    recipient = models.ForeignKey(Authority, models.PROTECT, null=True, related_name="+")
    recipient_unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    recipient_readers = ArrayField(models.UUIDField(), default=list)
    recipient_capacity = term()
    outside_name = models.BinaryField(null=True)
    basis = term()
    purpose = term()
    role = term()
    necessity = models.BinaryField()
    content = models.BinaryField()
    classes = ArrayField(term())
    conditions = ArrayField(term())
    expires_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    asks = ArrayField(term(), default=list)
    answer_by = models.DateField(null=True)
    in_answer_to = models.UUIDField(null=True)
    rests_on = models.UUIDField(null=True)
    kept_by = models.UUIDField(null=True)
    told_at = models.DateTimeField()
    written_by = models.UUIDField()
    written_label = models.CharField(max_length=180)

    class Meta:
        """What was told is history: no login may change or delete it; a move gives it narrower readers."""

        indexes = [
            models.Index(fields=["authority", "unit", "-told_at"], name="disclosure_by_unit"),
            models.Index(fields=["authority", "about_id", "-told_at"], name="disclosure_by_subject"),
            models.Index(fields=["authority", "written_by", "-told_at"], name="disclosure_by_writer"),
            models.Index(fields=["authority", "in_answer_to"], name="disclosure_by_request"),
            models.Index(
                fields=["authority", "rests_on"], condition=Q(rests_on__isnull=False), name="disclosure_by_consent"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(recipient__isnull=False, recipient_unit__isnull=False, outside_name__isnull=True)
                | Q(recipient__isnull=True, recipient_unit__isnull=True, outside_name__isnull=False),
                name="disclosure_to_a_unit_or_outside",
            ),
            SentUnlessMoved(name="disclosure_of_sender", commands=READ_AND_ADD),
            ForPolicyFunctions(
                name="disclosure_for_functions",
                commands=("select", "update"),
                columns={
                    "select": ("authority_id", "unit_id", "about_id", "readers", "in_answer_to"),
                    "update": ("readers", "kept_by"),
                },
            ),
        ]


class OutsideDelivery(models.Model):
    """Outside delivery — aflevering uden for Rundbord: how a letter was handed over, and when receipt came."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    disclosure = models.ForeignKey(Disclosure, models.PROTECT, related_name="deliveries")
    manner = term()
    on = models.DateField()
    noted_at = models.DateTimeField()
    noted_by = models.UUIDField()
    noted_label = models.CharField(max_length=180)

    class Meta:
        """Only added: first that it was handed over, then that receipt came."""

        constraints = [
            OfDisclosure(
                name="outside_delivery_of_sender",
                table="sharing_outsidedelivery",
                author="noted_by",
                commands=READ_AND_ADD,
            )
        ]
