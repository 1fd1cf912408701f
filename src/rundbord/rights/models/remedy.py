"""What a decision wants done in a file."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority, Unit
from rundbord.rights.models.request import RightsRequest
from rundbord.rights.row_policies import CarriedOutInFile, ClearedAtNight


class Remedy(models.Model):
    """Remedy — gennemførelse: what a decision wants done in one file, by when, and by what change it was done.

    `words` are the decision's, sealed by the file's key. `stood` is a digest of who the file says that it is about, by
    which a change is seen. `person_id` is the file, whose words go before this row does.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    request = models.ForeignKey(RightsRequest, models.PROTECT, related_name="remedies")
    person_id = models.UUIDField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    kind = term()
    words = models.BinaryField()
    stood = models.BinaryField()
    ordered_at = models.DateTimeField()
    due_on = models.DateField()
    how = term(blank=True)
    told = models.PositiveSmallIntegerField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.UUIDField(null=True)
    done_label = models.CharField(max_length=180, blank=True)

    class Meta:
        """Ordered by the machine; done once."""

        indexes = [
            models.Index(fields=["authority", "person_id"], name="remedy_by_file"),
            models.Index(fields=["request"], name="remedy_by_request"),
        ]
        constraints = [
            CarriedOutInFile(
                name="remedy_in_file",
                commands=READ_ADD_CHANGE,
                columns={"update": ("how", "told", "done_at", "done_by", "done_label")},
            ),
            ClearedAtNight(name="remedy_cleared", commands=("delete",)),
        ]
