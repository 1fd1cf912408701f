"""Opening a notice, or all of them at once."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.notices.models import Notice, NoticeSeen
from rundbord.notices.queries import unread


def mark_read(notice: Notice, *, by: Actor) -> None:
    """Note that the actor has opened the notice; a second time changes nothing."""
    _note([notice], by=by)


def mark_all_read(*, by: Actor) -> None:
    """Note that the actor has seen everything that is addressed to them."""
    _note(unread(by), by=by)


def _note(notices: Iterable[Notice], *, by: Actor) -> None:
    now = timezone.now()
    NoticeSeen.objects.bulk_create(
        [NoticeSeen(authority_id=by.authority_id, user_id=by.user_id, notice=notice, at=now) for notice in notices],
        ignore_conflicts=True,
    )
