"""Asking readers what their readings were for."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind


def ask(readers: Iterable[UUID], *, path: str = "", by: Actor) -> None:
    """Let each reader know once that answers are wanted; the address says nothing of whom they are about."""
    asked = [Recipient(authority_id=by.authority_id, user_id=reader) for reader in sorted(set(readers))]
    notify(NoticeKind.CONTROL_ASKS, path or reverse("logcontrol:own_readings"), asked, by=by)
