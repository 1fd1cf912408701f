"""Looking a file through for the archive before it is deleted."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_AND_ADD
from rundbord.concerns.models.young_person import YoungPerson
from rundbord.concerns.row_policies import InFile
from rundbord.identity.models import Authority


class ArchiveCheck(models.Model):
    """Archive check — arkivtjek: a file was looked through for the archive (databeskyttelsesloven § 14).

    What must be kept lies in the authority's own records system by then; here stands only that somebody has seen to it.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    person = models.ForeignKey(YoungPerson, models.PROTECT, related_name="archive_checks")
    outcome = term()
    written_at = models.DateTimeField()
    written_by = models.UUIDField()
    written_label = models.CharField(max_length=180)

    class Meta:
        """Only added."""

        constraints = [
            InFile(
                name="archive_check_in_file", table="concerns_archivecheck", author="written_by", commands=READ_AND_ADD
            )
        ]
