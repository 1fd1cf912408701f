"""What those who once told something say of handing it out."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE
from rundbord.identity.models import Authority
from rundbord.partnership.models import Partnership
from rundbord.rights.row_policies import AskedOfSender, ClearedAtNight


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
