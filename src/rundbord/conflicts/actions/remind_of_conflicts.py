"""Reminding the unit that follows a conflict: once when a review is overdue, once when it has been quiet for long."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.conflicts.actions.writing import path_of, tell_unit
from rundbord.conflicts.models import Conflict
from rundbord.conflicts.rules.clocks import ReviewState, closing_is_proposed, review_state
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind


def remind_of_conflicts(*, by: Actor) -> int:
    """Tell the own units of open conflicts that wait for them, each time once; give how many were told."""
    by.must(Permission.SEE_CONFLICTS)
    now, today = timezone.now(), timezone.localdate()
    followed = Conflict.objects.select_related("owner").filter(
        partnership_id=by.table, owner__authority_id=by.authority_id, closed_at=None
    )
    told = 0
    for conflict in followed:
        if review_state(due_at=conflict.review_due_at, is_closed=False, now=now) is ReviewState.OVERDUE:
            told += _tell_once(NoticeKind.CONFLICT_REVIEW_OVERDUE, conflict, conflict.review_due_at, by=by)
        since = timezone.localdate(conflict.quiet_since)
        if closing_is_proposed(since=since, today=today, is_closed=False):
            told += _tell_once(NoticeKind.CONFLICT_QUIET, conflict, conflict.quiet_since, by=by)
    return told


def _tell_once(kind: NoticeKind, conflict: Conflict, since: datetime, *, by: Actor) -> int:
    notices = Notice.objects.filter(recipient_id=by.authority_id, kind=kind, path=path_of(conflict), at__gt=since)
    if notices.exists():
        return 0
    tell_unit(kind, conflict, conflict.owner, by=by)
    return 1
