"""Receive a safety notice — kvittér: the own unit says that it knows."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.alerts.models import SafetyNotice, SafetyReceipt
from rundbord.audit import Event

NOT_SENT = "Beskeden er ikke sendt til din enhed, så der er intet at kvittere for."


def receive_notice(notice: SafetyNotice, *, by: Actor) -> None:
    """Give the own unit's receipt; giving it twice changes nothing."""
    by.must(Permission.RECEIVE_SAFETY_NOTICE)
    if by.unit_id is None:
        raise Refused(NOT_SENT)
    own = SafetyReceipt.objects.filter(notice=notice, recipient_id=by.authority_id, unit_id=by.unit_id)
    if not own.exists():
        raise Refused(NOT_SENT)
    if own.filter(received_at=None).update(received_at=timezone.now(), received_by=by.user_title):
        audit.record(Event.SAFETY_NOTICE_RECEIVED, about=notice, by=by)
