"""Recall a safety notice — træk tilbage: with a reason that all who got it can read."""

from __future__ import annotations

from collections.abc import Collection

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.alerts.models import SafetyNotice
from rundbord.audit import Event
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind


def recall_notice(notice: SafetyNotice, *, reason: str, overridden: Collection[str] = (), by: Actor) -> None:
    """End it before its time and tell the units; the sender's authority alone does that."""
    by.must(Permission.SEND_SAFETY_NOTICE)
    own = SafetyNotice.objects.filter(pk=notice.pk, authority_id=by.authority_id, recalled_at=None)
    if not own.update(recalled_at=timezone.now(), recall_reason=reason):
        raise Refused("Beskeden kan kun trækkes tilbage én gang, og kun af den myndighed, der sendte den.")
    audit.record(Event.SAFETY_NOTICE_RECALLED, about=notice, by=by)
    audit.record_overriding(overridden, about=notice, by=by)
    receipts = notice.receipts.values_list("recipient_id", "unit_id")
    told = [Recipient(authority_id=authority, unit_id=unit) for authority, unit in receipts]
    notify(NoticeKind.SAFETY_NOTICE_RECALLED, reverse("alerts:show_notice", args=[notice.pk]), told, by=by)
