"""A request: who asks for what, by when it is answered, and how it ended."""

from __future__ import annotations

from datetime import date

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority
from rundbord.keys.models import DataKey
from rundbord.rights.row_policies import ClearedAtNight, RequestAtDesk


class RightsRequest(models.Model):
    """Rights request — anmodning: who asks for what, by when it is answered, and how it ended.

    Who it is about, who asks and in which words lie sealed by a key of the request's own; no open column names anybody.
    Days are Danish. `forget_on` is the day on which the key is destroyed; the row stays as evidence until
    `delete_on`.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    data_key = models.ForeignKey(DataKey, models.PROTECT, related_name="+")
    kind = term()
    regime = term()
    asker = term()
    channel = term()
    identity_check = term()
    mandate_check = term(blank=True)
    name = models.BinaryField()
    cpr = models.BinaryField()
    asker_name = models.BinaryField(null=True)
    words = models.BinaryField(null=True)
    received_on = models.DateField()
    answer_by = models.DateField()
    new_answer_by = models.DateField(null=True)
    delay_why = term(blank=True)
    delay_told_at = models.DateTimeField(null=True)
    registered_at = models.DateTimeField()
    registered_by = models.UUIDField()
    registered_label = models.CharField(max_length=180)
    gathered_at = models.DateTimeField(null=True)
    outcome = term(blank=True)
    outcome_words = models.BinaryField(null=True)
    routed_to = term(blank=True)
    closed_at = models.DateTimeField(null=True)
    closed_label = models.CharField(max_length=180, blank=True)
    forget_on = models.DateField(null=True)
    forgotten_at = models.DateTimeField(null=True)
    delete_on = models.DateField(null=True)

    class Meta:
        """Clock, what was found and how it ended come later; who asked for what never changes."""

        indexes = [models.Index(fields=["authority", "-received_on", "-id"], name="rights_request_newest_first")]
        constraints = [
            RequestAtDesk(
                name="rights_request_at_desk",
                commands=READ_ADD_CHANGE,
                columns={
                    "update": (
                        *("new_answer_by", "delay_why", "delay_told_at", "gathered_at", "outcome", "outcome_words"),
                        *("routed_to", "closed_at", "closed_label", "forget_on", "forgotten_at", "delete_on"),
                    )
                },
            ),
            ClearedAtNight(name="rights_request_cleared", commands=("delete",)),
        ]

    @property
    def due_on(self) -> date:
        """Give the deadline in force."""
        return self.new_answer_by or self.answer_by
