"""A photo, a PDF or a text that is kept in a file, sealed whole by the person's key."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import ALL
from rundbord.concerns.models.young_person import YoungPerson
from rundbord.concerns.row_policies import FactUnlessMoved, ForDesk
from rundbord.identity.models import Authority


class Attachment(models.Model):
    """Attachment — bilag: a file about a young person; it has no name of its own and is never passed on by itself.

    `title` says in sealed words what it shows. `readers` are users named for one of class P4, P5 or P7, `keep_until` is
    the last day of one that has a day of its own. `observed_on` is a Danish calendar day.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="attachments")
    form = term()
    information_class = term()
    title = models.BinaryField()
    source = models.BinaryField(null=True)
    content = models.BinaryField()
    grade = term()
    observed_on = models.DateField()
    keep_until = models.DateField(null=True)
    readers = ArrayField(models.UUIDField(), default=list)
    written_at = models.DateTimeField()
    written_by = models.UUIDField()
    written_label = models.CharField(max_length=180)

    class Meta:
        """Read as facts are; added or removed whole, and only its readers change."""

        indexes = [models.Index(fields=["person", "-written_at"], name="attachment_newest_first")]
        constraints = [
            FactUnlessMoved(
                name="attachment_in_file",
                table="concerns_attachment",
                author="written_by",
                commands=ALL,
                columns={"update": ("readers",)},
            ),
            ForDesk(name="attachment_for_desk", columns={"select": ("id", "authority_id", "person_id")}),
        ]
