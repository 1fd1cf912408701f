"""That a file was put to other parties without its name: the own authority's way back from the question."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier
from rundbord.access.row_policies import READ_AND_ADD
from rundbord.concerns.models.young_person import YoungPerson
from rundbord.concerns.row_policies import InFile
from rundbord.identity.models import Authority


class PutBeforeName(models.Model):
    """Put before name — drøftet uden navn: which question without a name a file led to; the question knows nothing.

    `question_id` is the common question of `sharing`, which bears no link back.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="questions")
    question_id = models.UUIDField()
    put_at = models.DateTimeField()
    put_by = models.UUIDField()
    put_label = models.CharField(max_length=180)

    class Meta:
        """Only added; gone with the file."""

        indexes = [models.Index(fields=["authority", "question_id"], name="put_before_name_by_question")]
        constraints = [
            InFile(
                name="put_before_name_in_file", table="concerns_putbeforename", author="put_by", commands=READ_AND_ADD
            )
        ]
