"""Asking a reader what a reading was for."""

from __future__ import annotations

from django.urls import reverse

from rundbord.access.actor import Actor
from rundbord.logcontrol.models import ControlItem
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind


def ask(item: ControlItem, *, by: Actor) -> None:
    """Let the reader know that an answer is wanted; the address says nothing of whom it is about."""
    reader = Recipient(authority_id=item.authority_id, user_id=item.reader_id)
    notify(NoticeKind.CONTROL_ASKS, reverse("logcontrol:answer", args=[item.pk]), [reader], by=by)
