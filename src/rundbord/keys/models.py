"""Data keys as the database knows them: wrapped, and of no use without the key store."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from rundbord.access.fields import identifier
from rundbord.access.row_policies import READ_ADD_CHANGE, OwnKeys


class DataKey(models.Model):
    """Data key — datanøgle: what one person's words are sealed by in one authority, wrapped; it says nothing of whom.

    A row about a person points at it. `version` is that of the authority's key that wraps it. `authority_id` is no
    foreign key, since authorities lie above keys. A destroyed one stays as the mark that it is to stay destroyed.
    """

    id = identifier()
    authority_id = models.UUIDField()
    wrapped = models.BinaryField()
    version = models.PositiveIntegerField()
    created_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        """Only the own authority's, in a session that opens something: their number tells how many persons.

        Never the partners' login; nobody deletes the row or gives it to another.
        """

        indexes = [
            models.Index(fields=["authority_id", "version"], name="data_key_by_version"),
            models.Index(fields=["authority_id", "destroyed_at"], name="data_key_by_destruction"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(destroyed_at=None) | Q(wrapped=b""), name="destroyed_key_is_empty"),
            OwnKeys(
                name="data_key_of_whoever_opens",
                commands=READ_ADD_CHANGE,
                columns={"update": ("wrapped", "version", "destroyed_at")},
            ),
        ]
