"""Telling leaders and coordinators of the own authority, once, that somebody on a shift has not been heard from."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.streetwork.models import TeamMember

_WHO_IS_TOLD = (Role.LEADER, Role.COORDINATOR)


def remind_of_check_in(*, by: Actor) -> int:
    """Send one notice a shift, without content; give how many of the staff were overdue and not told of yet."""
    by.must(Permission.FOLLOW_TEAMS)
    now = timezone.now()
    overdue = TeamMember.objects.filter(
        authority_id=by.authority_id,
        partnership_id=by.table,
        due_at__lt=now,
        checked_out_at=None,
        told_at=None,
        shift__ended_at=None,
    )
    waiting = dict(overdue.values_list("id", "shift_id"))
    for shift_id in sorted(set(waiting.values())):
        recipients = [Recipient(authority_id=by.authority_id, role=role.value) for role in _WHO_IS_TOLD]
        notify(NoticeKind.CHECK_IN_OVERDUE, reverse("streetwork:show_shift", args=[shift_id]), recipients, by=by)
    TeamMember.objects.filter(pk__in=waiting).update(told_at=now)
    return len(waiting)
