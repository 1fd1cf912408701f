"""The recipient's copy, sealed under a key of its own, and the receipt that both sides see."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ, READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Partnership
from rundbord.partnership.row_policies import ForPolicyFunctions
from rundbord.sharing.row_policies import CopyAddedBySender, OfBoth, ReceivedUnlessMoved

# What says how a copy is to be handled; the recipient must be able to trust it.
_SAME = ("basis", "purpose", "conditions", "expires_on", "asks", "answer_by")


class ReceivedDisclosure(models.Model):
    """Received disclosure — modtaget videregivelse: the recipient's own fixed copy, until its last day.

    `disclosure_id` is the sender's random id. `data_key_id` is a key of the recipient; no foreign key, since the sender
    who adds the row sees no key of the recipient. `kept_by` is who keeps the restricted copy of somebody who has moved
    away, in whose file it was used.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    readers = ArrayField(models.UUIDField(), default=list)
    disclosure_id = models.UUIDField()
    sender = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    sender_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    sender_label = models.CharField(max_length=180)
    data_key_id = models.UUIDField()
    basis = term()
    purpose = term()
    role = term()
    necessity = models.BinaryField()
    content = models.BinaryField()
    classes = ArrayField(term())
    conditions = ArrayField(term())
    expires_on = models.DateField(null=True)
    asks = ArrayField(term(), default=list)
    answer_by = models.DateField(null=True)
    in_answer_to = models.UUIDField(null=True)
    kept_by = models.UUIDField(null=True)
    told_at = models.DateTimeField()

    class Meta:
        """Nobody changes or deletes a copy; its key is destroyed when its time is up or it is taken back."""

        indexes = [
            models.Index(fields=["authority", "unit", "-told_at"], name="received_by_unit"),
            models.Index(fields=["disclosure_id"], name="received_by_disclosure"),
        ]
        constraints = [
            ReceivedUnlessMoved(name="received_of_recipient", commands=READ),
            CopyAddedBySender(
                name="received_added_by_sender", table="sharing_receiveddisclosure", same=("readers", *_SAME, "kept_by")
            ),
            ForPolicyFunctions(
                name="received_for_functions",
                commands=("select", "update"),
                columns={
                    "select": ("id", "authority_id", "unit_id", "disclosure_id", "readers", "conditions"),
                    "update": ("readers", "kept_by"),
                },
            ),
        ]


class Receipt(models.Model):
    """Receipt — kvittering: that somebody of the recipient has read the copy and its conditions; both sides see it."""

    id = identifier()
    disclosure_id = models.UUIDField()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    sender = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.UUIDField()
    label = models.CharField(max_length=180)

    class Meta:
        """Once for each copy."""

        constraints = [
            models.UniqueConstraint(fields=["disclosure_id", "authority"], name="receipt_once"),
            OfBoth(name="receipt_of_both", table="sharing_receipt", commands=READ_AND_ADD),
        ]


class ErasedCopy(models.Model):
    """Erased copy — slettet kopi: that the key of a copy was destroyed, when and why; both sides see it."""

    id = identifier()
    disclosure_id = models.UUIDField()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    sender = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    cause = term()
    at = models.DateTimeField()
    by = models.UUIDField()
    label = models.CharField(max_length=180)

    class Meta:
        """Once for each copy."""

        constraints = [
            models.UniqueConstraint(fields=["disclosure_id", "authority"], name="copy_erased_once"),
            OfBoth(name="erased_copy_of_both", table="sharing_erasedcopy", commands=READ_AND_ADD),
        ]


class RequestAnswer(models.Model):
    """Request answer — svar på anmodning: share, partly, decline or refer, never with a reason; both sides see it."""

    id = identifier()
    disclosure_id = models.UUIDField()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    sender = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    answer = term()
    referred_to = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    by = models.UUIDField()
    label = models.CharField(max_length=180)

    class Meta:
        """Once for each request."""

        constraints = [
            models.UniqueConstraint(fields=["disclosure_id", "authority"], name="request_answered_once"),
            OfBoth(name="request_answer_of_both", table="sharing_requestanswer", commands=READ_AND_ADD),
        ]
