"""Telling the desk of open breaches that nobody has judged, while there are hours left and after."""

from __future__ import annotations

from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import Role
from rundbord.breaches.queries import waiting
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind


def remind(*, by: Actor) -> int:
    """Send one notice that leads to the list; give how many breaches wait."""
    by.must(Permission.HANDLE_BREACHES)
    count = sum(not breach.judged_at for breach in waiting(by))
    if count:
        told = [Recipient(authority_id=by.authority_id, role=role.value) for role in (Role.REGISTRAR, Role.DPO)]
        notify(NoticeKind.BREACH_WAITS, reverse("breaches:breaches"), told, by=by)
    return count
