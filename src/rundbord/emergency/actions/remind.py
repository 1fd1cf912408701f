"""Telling the owners of a use, once a day, that nobody has judged it in time."""

from __future__ import annotations

from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.emergency.actions.open_file import owners_of
from rundbord.emergency.queries.uses import overdue
from rundbord.notices.actions import notify
from rundbord.notices.vocabulary import NoticeKind


def remind(*, by: Actor) -> int:
    """Tell of each overdue use; give how many there are."""
    by.must(Permission.CONTROL_LOG)
    late = overdue(by)
    for access in late:
        path = reverse("emergency:show_use", args=[access.pk])
        notify(NoticeKind.EMERGENCY_OVERDUE, path, owners_of(access), by=by)
    return len(late)
