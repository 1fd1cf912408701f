"""Who may read a copy for named readers: the sender names functions, the recipient's leader names people (ADR 0025)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ, READ_AND_ADD
from rundbord.identity.models import Authority, Unit
from rundbord.partnership.models import Partnership
from rundbord.sharing.row_policies import AwaitingReaders, CopyAddedBySender, NamedInUnit


class ReaderRequest(models.Model):
    """Reader request — ønske om læsere: that a copy for named readers has come, and which functions need it.

    It says nothing of whom or what; `functions` are roles.
    """

    id = identifier()
    partnership = models.ForeignKey(Partnership, models.PROTECT)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    disclosure_id = models.UUIDField()
    sender = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    sender_unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    sender_label = models.CharField(max_length=180)
    functions = ArrayField(term())
    basis = term()
    expires_on = models.DateField(null=True)
    told_at = models.DateTimeField()

    class Meta:
        """Added by the sender together with the copy."""

        indexes = [models.Index(fields=["authority", "unit", "-told_at"], name="reader_request_by_unit")]
        constraints = [
            AwaitingReaders(name="reader_request_of_unit", commands=READ),
            CopyAddedBySender(
                name="reader_request_added_by_sender", table="sharing_readerrequest", same=("basis", "expires_on")
            ),
        ]


class NamedReader(models.Model):
    """Named reader — navngiven læser: a user of the unit who may read one copy, named by a leader."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    disclosure_id = models.UUIDField()
    user_id = models.UUIDField()
    label = models.CharField(max_length=180)
    named_at = models.DateTimeField()
    named_by = models.UUIDField()
    named_label = models.CharField(max_length=180)

    class Meta:
        """Only added: who could read is part of what happened to the copy."""

        constraints = [
            models.UniqueConstraint(fields=["disclosure_id", "authority", "user_id"], name="reader_named_once"),
            NamedInUnit(name="named_reader_in_unit", commands=READ_AND_ADD),
        ]
