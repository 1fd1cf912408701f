"""Who has passed the introduction to the rules."""

from __future__ import annotations

from django.db import models

from rundbord.access.fields import identifier
from rundbord.access.row_policies import READ, AgedRows, BeforeSignIn, OwnAuthority, OwnUser
from rundbord.identity.models.authority import Authority
from rundbord.identity.models.user import NAMED_AT_LEAST_DAYS, User


class IntroductionPass(models.Model):
    """Introduction pass — bestået introduktion: one user, in one authority, on one day, by one version of the text.

    Only that all situations were answered rightly is kept: neither how often somebody tried nor what they got wrong.
    """

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    version = models.CharField(max_length=20)
    passed_at = models.DateTimeField()
    holds_until = models.DateField()
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        """Added by the user alone; read within the authority, whose administrator must know who may begin."""

        indexes = [models.Index(fields=["authority", "user", "-holds_until"], name="introduction_by_user")]
        constraints = [
            OwnUser(name="introduction_own_user", commands=("insert",)),
            OwnAuthority(
                name="introduction_own_authority", commands=("select", "update"), columns={"update": ("reminded_at",)}
            ),
            BeforeSignIn(name="introduction_at_the_door", commands=READ),
            AgedRows(name="introduction_gone_by_night", moment="holds_until", days=NAMED_AT_LEAST_DAYS),
        ]
