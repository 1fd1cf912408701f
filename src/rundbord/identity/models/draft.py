"""What a user typed and has not sent."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier
from rundbord.access.row_policies import ALL, WITH_PARTNERS, BeforeSignIn, OwnUser
from rundbord.identity.models.authority import Authority
from rundbord.identity.models.user import User


class Draft(models.Model):
    """Draft — kladde: a form's fields as typed, kept on the server for its user; `address` is the form's own path."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT)
    user = models.ForeignKey(User, models.PROTECT)
    address = models.CharField(max_length=300)
    fields = models.JSONField()
    saved_at = models.DateTimeField()

    class Meta:
        """An expired session's form is saved by the sign-in login, which can replace a draft and not read one.

        Its words come back to the same user only.
        """

        constraints = [
            models.UniqueConstraint(fields=["user", "authority", "address"], name="one_draft_per_form"),
            OwnUser(name="draft_own_user", commands=ALL, logins=WITH_PARTNERS),
            BeforeSignIn(
                name="draft_at_the_door",
                commands=("select", "insert", "delete"),
                columns={"select": ("id", "user_id", "authority_id", "address", "saved_at")},
            ),
        ]
