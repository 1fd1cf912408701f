"""Answering what an own reading was for."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.logcontrol.models import ControlAnswer, ControlItem
from rundbord.logcontrol.vocabulary import Reason


def answer(
    item: ControlItem, reason: Reason, *, text: str = "", overridden: Collection[str] = (), by: Actor
) -> ControlAnswer:
    """Say what the own reading was for; more may be said later, and stands beside it."""
    by.must(Permission.SEE_DAY)
    if item.reader_id != by.user_id:
        raise Refused("Kun den, der har læst, kan svare.")
    if reason is Reason.OTHER and not text.strip():
        raise Refused({"text": ["Skriv kort, hvad du brugte oplysningerne til."]})
    said = ControlAnswer.objects.create(
        authority_id=by.authority_id, item=item, reason=reason.value, text=text.strip(), at=timezone.now()
    )
    audit.record(Event.CONTROL_ANSWERED, about=item, by=by, details={"reason": reason.value})
    audit.record_overriding(overridden, about=item, by=by)
    return said
