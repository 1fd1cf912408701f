"""Telling those who control that a week is over its last day: once a day, until it is signed."""

from __future__ import annotations

from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS
from rundbord.logcontrol.queries.controls import overdue
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind


def remind(*, by: Actor) -> int:
    """Tell the leaders and the data-protection officers of each overdue control; give how many there are."""
    by.must(Permission.CONTROL_LOG)
    late = overdue(by)
    told = [role for role, carried in PERMISSIONS.items() if Permission.CONTROL_LOG in carried]
    for control in late:
        path = reverse("logcontrol:show_control", args=[control.pk])
        recipients = [Recipient(authority_id=by.authority_id, role=role.value) for role in told]
        notify(NoticeKind.CONTROL_OVERDUE, path, recipients, by=by)
    return len(late)
