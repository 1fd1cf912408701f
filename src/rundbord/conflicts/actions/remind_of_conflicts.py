"""Reminding the unit that follows a conflict: once for each clock that has run out.

A review is overdue, a retaliation window has closed by itself, or the conflict has been quiet for long.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.conflicts.actions.writing import path_of, tell_unit
from rundbord.conflicts.models import Conflict, RetaliationWindow
from rundbord.conflicts.rules.clocks import ReviewState, closing_is_proposed, review_state
from rundbord.notices.models import Notice
from rundbord.notices.vocabulary import NoticeKind

# A window that closed longer ago is part of the course, and nobody is asked about it.
_NEWS = timedelta(days=3)


def remind_of_conflicts(*, by: Actor) -> int:
    """Tell the own units of open conflicts that wait for them, each time once; give how many were told."""
    by.must(Permission.SEE_CONFLICTS)
    now, today = timezone.now(), timezone.localdate()
    followed = Conflict.objects.select_related("owner").filter(
        partnership_id=by.table, owner__authority_id=by.authority_id, closed_at=None
    )
    passed = _windows_passed(followed, now)
    told = 0
    for conflict in followed:
        if conflict.pk in passed:
            told += _tell_once(NoticeKind.CONFLICT_WINDOW_PASSED, conflict, passed[conflict.pk], by=by)
        if review_state(due_at=conflict.review_due_at, is_closed=False, now=now) is ReviewState.OVERDUE:
            told += _tell_once(NoticeKind.CONFLICT_REVIEW_OVERDUE, conflict, conflict.review_due_at, by=by)
        since = timezone.localdate(conflict.quiet_since)
        if closing_is_proposed(since=since, today=today, is_closed=False):
            told += _tell_once(NoticeKind.CONFLICT_QUIET, conflict, conflict.quiet_since, by=by)
    return told


def _windows_passed(conflicts: QuerySet[Conflict], now: datetime) -> dict[UUID, datetime]:
    """Give when the last window of each conflict closed by itself, as long as that is news and no other is open."""
    windows = RetaliationWindow.objects.filter(conflict__in=conflicts, ended_at=None, closes_at__gt=now - _NEWS)
    last = dict(windows.order_by("closes_at").values_list("conflict_id", "closes_at"))
    return {conflict_id: closed_at for conflict_id, closed_at in last.items() if closed_at <= now}


def _tell_once(kind: NoticeKind, conflict: Conflict, since: datetime, *, by: Actor) -> int:
    notices = Notice.objects.filter(recipient_id=by.authority_id, kind=kind, path=path_of(conflict), at__gt=since)
    if notices.exists():
        return 0
    tell_unit(kind, conflict, conflict.owner, by=by)
    return 1
