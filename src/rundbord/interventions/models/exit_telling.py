"""What exit coordinators tell each other under a consent: two copies, and what both see of them (ADR 0029)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ, READ_AND_ADD
from rundbord.identity.models import Authority
from rundbord.interventions.exit_row_policies import GoneExit
from rundbord.interventions.exit_telling_policies import (
    ExitCopyAdded,
    ExitRecallAdded,
    OfBothInExit,
    OverInExit,
    ReceivedInExit,
    ToldInExit,
)
from rundbord.interventions.models.exit_case import ExitCase, ExitConsent
from rundbord.partnership.models import Partnership


class ExitDisclosure(models.Model):
    """Exit disclosure — videregivelse i exitforløb: what one coordinator was told, as the sender keeps it.

    `content` is JSON as in `sharing.rules.content`; it, `necessity` and `reason` lie sealed by the case's key.
    `replaces_id` is the disclosure that this one puts right, and `reason` what was wrong with it.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    case = models.ForeignKey(ExitCase, models.PROTECT, related_name="disclosures")
    consent = models.ForeignKey(ExitConsent, models.PROTECT, related_name="+")
    recipient = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    reader_id = models.UUIDField()
    reader_label = models.CharField(max_length=360)
    role = term()
    content = models.BinaryField()
    necessity = models.BinaryField()
    reason = models.BinaryField(null=True)
    replaces_id = models.UUIDField(null=True)
    conditions = ArrayField(term())
    expires_on = models.DateField()
    told_at = models.DateTimeField()
    told_by = models.UUIDField()
    told_label = models.CharField(max_length=180)

    class Meta:
        """Only added; it goes with the case."""

        indexes = [models.Index(fields=["case", "-told_at"], name="exit_told_newest_first")]
        constraints = [
            ToldInExit(
                name="exit_told_under_consent",
                table="interventions_exitdisclosure",
                author="told_by",
                commands=READ_AND_ADD,
            ),
            GoneExit(name="exit_told_gone"),
        ]


class ExitCopy(models.Model):
    """Exit copy — modtaget i exitforløb: the named reader's own fixed copy, until it is over or taken back.

    `data_key_id` is a key of the reader's authority; no foreign key, since the sender who adds the row sees none.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    reader_id = models.UUIDField()
    disclosure_id = models.UUIDField()
    sender = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    sender_label = models.CharField(max_length=360)
    data_key_id = models.UUIDField()
    role = term()
    content = models.BinaryField()
    necessity = models.BinaryField()
    reason = models.BinaryField(null=True)
    replaces_id = models.UUIDField(null=True)
    conditions = ArrayField(term())
    expires_on = models.DateField()
    told_at = models.DateTimeField()

    class Meta:
        """Nobody changes a copy; the night deletes it when its last day is over."""

        indexes = [
            models.Index(fields=["authority", "reader_id", "-told_at"], name="exit_copy_by_reader"),
            models.Index(fields=["disclosure_id"], name="exit_copy_by_disclosure"),
            models.Index(fields=["authority", "expires_on"], name="exit_copy_by_last_day"),
        ]
        constraints = [
            ReceivedInExit(name="exit_copy_of_reader", commands=READ),
            ExitCopyAdded(name="exit_copy_added_by_sender", table="interventions_exitcopy"),
            OverInExit(name="exit_copy_over"),
        ]


class ExitRecall(models.Model):
    """Exit recall — tilbagekaldelse i exitforløb: that a copy must not be used any more, and why, from a list."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    reader_id = models.UUIDField()
    disclosure_id = models.UUIDField()
    sender = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    cause = term()
    confirm_by = models.DateField()
    expires_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.UUIDField()

    class Meta:
        """The reader's row, that the sender adds and both see; so it outlives the sender's case."""

        constraints = [
            models.UniqueConstraint(fields=["disclosure_id", "authority"], name="exit_recalled_once"),
            OfBothInExit(name="exit_recall_of_both", table="interventions_exitrecall", commands=READ),
            ExitRecallAdded(name="exit_recall_added_by_sender", table="interventions_exitrecall"),
            OverInExit(name="exit_recall_over"),
        ]


class ExitReply(models.Model):
    """Exit reply — svar i exitforløb: the reader's word that a copy is read, or that none is left."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    reader_id = models.UUIDField()
    disclosure_id = models.UUIDField()
    sender = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    kind = term()
    expires_on = models.DateField()
    at = models.DateTimeField()
    by = models.UUIDField()

    class Meta:
        """Each word once for each copy."""

        constraints = [
            models.UniqueConstraint(fields=["disclosure_id", "authority", "kind"], name="exit_replied_once"),
            OfBothInExit(name="exit_reply_of_both", table="interventions_exitreply", commands=READ_AND_ADD),
            OverInExit(name="exit_reply_over"),
        ]
