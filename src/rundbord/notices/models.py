"""Notices and who has seen them."""

from __future__ import annotations

from django.db import models

from rundbord.access.aged_rows import AgedWith
from rundbord.access.fields import identifier, term
from rundbord.access.row_policies import READ_ADD_CHANGE, READ_AND_ADD, WITH_PARTNERS, AgedRows, OwnUser
from rundbord.identity.models import Authority, Unit, User
from rundbord.notices.row_policies import AddressedToUs
from rundbord.notices.vocabulary import NoticeKind
from rundbord.vocabulary import label_of

NOTICE_DAYS = 90


class Notice(models.Model):
    """Notice — besked: something waits at an address; for a role or a unit of the recipient, never with content."""

    id = identifier()
    partnership_id = models.UUIDField()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    recipient = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    role = term(blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    user_id = models.UUIDField(null=True)
    kind = term()
    path = models.CharField(max_length=200)
    opens = term(blank=True)
    at = models.DateTimeField()

    class Meta:
        """An empty role, unit or user means: all of them, as far as their role opens the page at the address."""

        indexes = [models.Index(fields=["recipient", "-at"], name="notice_by_recipient")]
        constraints = [
            AddressedToUs(name="notice_to_us", commands=READ_AND_ADD, logins=WITH_PARTNERS),
            AgedRows(name="notice_gone_by_night", column="recipient_id", moment="at", days=NOTICE_DAYS),
        ]

    @property
    def sentence(self) -> str:
        """Say in Danish what waits, and nothing of the content."""
        return label_of(NoticeKind, self.kind)


class NoticeSeen(models.Model):
    """Notice seen — set besked: by one user."""

    id = identifier()
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    notice = models.ForeignKey(Notice, models.PROTECT, related_name="seen")
    at = models.DateTimeField()

    class Meta:
        """Nobody sees what others have seen."""

        constraints = [
            models.UniqueConstraint(fields=["user", "notice"], name="notice_seen_once"),
            OwnUser(name="notice_seen_own_user", commands=READ_ADD_CHANGE, logins=WITH_PARTNERS),
            AgedWith(
                name="notice_seen_gone_by_night",
                moment="at",
                days=NOTICE_DAYS,
                way=[("notice_id", "notices_notice")],
            ),
        ]
