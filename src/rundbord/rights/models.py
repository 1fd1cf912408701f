"""A request, what was found for it, and what those who once told it say."""

from __future__ import annotations

from datetime import date

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority
from rundbord.keys.models import DataKey
from rundbord.partnership.models import Partnership
from rundbord.rights.row_policies import AskedOfSender, ClearedAtNight, FoundByMachine, RequestAtDesk


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


class SenderQuestion(models.Model):
    """Sender question — spørgsmål til afsender: may what you once told us be handed out?

    The row is the asked authority's: the words, as they were told, lie sealed under a key of its own. `request_id` is
    the asking desk's own key, and means nothing there.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    asking = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="+")
    request_id = models.UUIDField()
    disclosure_id = models.UUIDField()
    data_key_id = models.UUIDField()
    words = models.BinaryField()
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField()
    asked_label = models.CharField(max_length=180)
    answer_by = models.DateField()
    answer = term(blank=True)
    basis = term(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)
    answered_label = models.CharField(max_length=180, blank=True)

    class Meta:
        """Answered once."""

        indexes = [
            models.Index(fields=["authority", "-asked_at"], name="sender_question_by_asked"),
            models.Index(fields=["asking", "request_id"], name="sender_question_by_request"),
        ]
        constraints = [
            AskedOfSender(
                name="sender_question_of_both",
                commands=READ_ADD_CHANGE,
                columns={"update": ("answer", "basis", "answered_at", "answered_by", "answered_label")},
            ),
            ClearedAtNight(name="sender_question_cleared", commands=("delete",)),
        ]
