"""What was found for a request, and what was decided on it."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority
from rundbord.rights.models.request import RightsRequest
from rundbord.rights.row_policies import ClearedAtNight, FoundByMachine


class GatheredItem(models.Model):
    """Gathered item — samlet oplysning: one thing that was found, under the request's key, and the decision.

    `source_model` and `source_id` say what it is a copy of, `root_id` the file or the received copy that it belongs to.
    `needs_eyes`: somebody else may be named in it. `is_uncertain`: found by the name alone. `attached` is what a file
    of the form `attached_form` holds.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    request = models.ForeignKey(RightsRequest, models.PROTECT, related_name="items")
    group = term()
    source_model = term()
    source_id = models.UUIDField(null=True)
    root_id = models.UUIDField(null=True)
    sender = models.ForeignKey(Authority, models.PROTECT, null=True, related_name="+")
    disclosure_id = models.UUIDField(null=True)
    on = models.DateField(null=True)
    body = models.BinaryField()
    attached = models.BinaryField(null=True)
    attached_form = term(blank=True)
    needs_eyes = models.BooleanField(default=False)
    is_uncertain = models.BooleanField(default=False)
    decision = term(blank=True)
    basis = term(blank=True)
    redacted = models.BinaryField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.UUIDField(null=True)
    decided_label = models.CharField(max_length=180, blank=True)

    class Meta:
        """Gathered by the machine; the decision alone is added."""

        indexes = [models.Index(fields=["request", "group"], name="gathered_item_by_group")]
        constraints = [
            FoundByMachine(
                name="gathered_item_at_desk",
                commands=READ_ADD_CHANGE,
                columns={"update": ("decision", "basis", "redacted", "decided_at", "decided_by", "decided_label")},
            ),
            ClearedAtNight(name="gathered_item_cleared", commands=("delete",)),
        ]
