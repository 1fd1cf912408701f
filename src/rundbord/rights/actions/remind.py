"""Telling the desk, once a day, of deadlines that are near or over; the data-protection officer of those over."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.rights.queries.requests import waiting
from rundbord.rights.rules.clocks import SOON

_TOLD_WHEN_OVER = (Role.REGISTRAR, Role.DPO)


def remind(*, by: Actor) -> int:
    """Send at most one notice of each kind, that leads to the list; give how many requests are over."""
    by.must(Permission.FOLLOW_RIGHTS)
    today = timezone.localdate()
    rows = waiting(by)
    over = [row for row in rows if row.due_on < today]
    soon = [row for row in rows if today <= row.due_on <= today + SOON]
    if over:
        _tell(NoticeKind.RIGHTS_OVERDUE, _TOLD_WHEN_OVER, by)
    if soon:
        _tell(NoticeKind.RIGHTS_SOON, (Role.REGISTRAR,), by)
    return len(over)


def _tell(kind: NoticeKind, roles: tuple[Role, ...], by: Actor) -> None:
    told = [Recipient(authority_id=by.authority_id, role=role.value) for role in roles]
    notify(kind, reverse("rights:requests"), told, by=by)
