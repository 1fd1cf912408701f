"""Putting right, or taking back, what was passed on; and the recipient's word that it is done."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_AND_ADD
from rundbord.identity.models import Authority
from rundbord.sharing.models.disclosure import Disclosure
from rundbord.sharing.row_policies import CorrectionAddedBySender, OfBoth, OfDisclosure, OfReceived


class DisclosureCorrection(models.Model):
    """Disclosure correction — rettelse af videregivelse: what was put right or taken back, and why.

    `line` is the place of the fact in the content, from 0; empty for the whole. Reason and new wording lie
    sealed by the young person's key.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    disclosure = models.ForeignKey(Disclosure, models.PROTECT, related_name="corrections")
    kind = term()
    line = models.PositiveSmallIntegerField(null=True)
    reason = models.BinaryField(null=True)
    new_wording = models.BinaryField(null=True)
    confirm_by = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.UUIDField()
    made_label = models.CharField(max_length=180)

    class Meta:
        """Only added; the disclosure itself stays as it was."""

        constraints = [
            OfDisclosure(
                name="correction_of_sender",
                table="sharing_disclosurecorrection",
                author="made_by",
                commands=READ_AND_ADD,
            )
        ]


class CorrectionCopy(models.Model):
    """Correction copy — rettelse hos modtageren: the same words, sealed under a key of the recipient."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    sender = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    disclosure_id = models.UUIDField()
    correction_id = models.UUIDField()
    data_key_id = models.UUIDField()
    kind = term()
    line = models.PositiveSmallIntegerField(null=True)
    reason = models.BinaryField(null=True)
    new_wording = models.BinaryField(null=True)
    confirm_by = models.DateField()
    made_at = models.DateTimeField()

    class Meta:
        """Added by the sender, read by the recipient."""

        indexes = [models.Index(fields=["disclosure_id", "-made_at"], name="correction_copy_newest_first")]
        constraints = [
            OfReceived(name="correction_copy_of_recipient", table="sharing_correctioncopy"),
            CorrectionAddedBySender(name="correction_copy_added_by_sender", table="sharing_correctioncopy"),
        ]


class Confirmation(models.Model):
    """Confirmation — bekræftelse: the recipient's word that a correction is carried out; both sides see it.

    `was_used` and `was_passed_on` are what it says of the words that were wrong; the sender needs both to judge how
    grave a breach was (retshåndhævelsesloven § 28). Empty where nobody was asked.
    """

    id = identifier()
    disclosure_id = models.UUIDField()
    correction_id = models.UUIDField()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    sender = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    was_used = models.BooleanField(null=True)
    was_passed_on = models.BooleanField(null=True)
    at = models.DateTimeField()
    by = models.UUIDField()
    label = models.CharField(max_length=180)

    class Meta:
        """Once for each correction and recipient."""

        constraints = [
            models.UniqueConstraint(fields=["correction_id", "authority"], name="confirmation_once"),
            OfBoth(name="confirmation_of_both", table="sharing_confirmation", commands=READ_AND_ADD),
        ]
