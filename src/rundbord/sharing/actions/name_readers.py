"""Naming who may read a copy of the most private kind: a leader's act in the unit that it came to (ADR 0025)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Duty
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.sharing.actions.telling import received_list_path
from rundbord.sharing.models import NamedReader, ReaderRequest


def name_readers(request: ReaderRequest, readers: Sequence[Duty], *, by: Actor) -> list[NamedReader]:
    """Let these of the unit read it, and tell each that something waits; only functions that the sender named."""
    by.must(Permission.APPROVE_PRIVATE)
    if not readers:
        raise Refused({"readers": ["Vælg mindst én, der skal læse det."]})
    if any(duty.unit_id != request.unit_id or duty.role not in request.functions for duty in readers):
        raise Refused({"readers": ["Afsenderen har kun givet det til bestemte funktioner i enheden."]})
    now = timezone.now()
    named = [
        NamedReader(
            authority_id=by.authority_id,
            disclosure_id=request.disclosure_id,
            user_id=duty.user_id,
            label=duty.user_label,
            named_at=now,
            named_by=by.user_id,
            named_label=by.user_name,
        )
        for duty in readers
    ]
    NamedReader.objects.bulk_create(named, ignore_conflicts=True)
    audit.record(Event.READERS_NAMED, about=request, by=by, details={"readers": len(named)})
    waiting = [Recipient(authority_id=by.authority_id, user_id=each.user_id) for each in named]
    notify(NoticeKind.DISCLOSURE_RECEIVED, received_list_path(), waiting, by=by)
    return named
