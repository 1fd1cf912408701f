"""Telling the officer that the rules must be approved anew: on the day that it falls due, and weekly from then on."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.deletion.queries.standing import standing_of
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind

_MONDAY = 0


def remind(*, by: Actor) -> bool:
    """Tell the own authority's officers each Monday while no approval covers the rules; say whether they were told."""
    by.must(Permission.CONTROL_DELETION)
    if timezone.localdate().weekday() != _MONDAY or not standing_of(by).is_due:
        return False
    officers = Recipient(authority_id=by.authority_id, role=Role.DPO.value)
    notify(NoticeKind.RULES_TO_APPROVE, reverse("deletion:rules"), [officers], by=by)
    return True
