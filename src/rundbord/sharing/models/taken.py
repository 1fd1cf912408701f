"""That lines of a received copy stand in a file of the own authority, and under which key their words lie there."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier
from rundbord.access.row_policies import READ_AND_ADD
from rundbord.identity.models import Authority
from rundbord.keys.models import DataKey
from rundbord.sharing.row_policies import TakenByReader


class TakenCopy(models.Model):
    """Taken copy — overtaget kopi: that lines of a received copy were taken into an own file, by whom and when.

    In which file, it does not say. The words lie there under the file's key and this one: when the copy is taken back,
    this key is destroyed, whoever reaches the file.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    disclosure_id = models.UUIDField()
    data_key = models.ForeignKey(DataKey, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    taken_by = models.UUIDField()
    taken_label = models.CharField(max_length=180)

    class Meta:
        """Only added."""

        indexes = [models.Index(fields=["authority", "disclosure_id"], name="taken_copy_by_disclosure")]
        constraints = [TakenByReader(name="taken_copy_of_reader", table="sharing_takencopy", commands=READ_AND_ADD)]
