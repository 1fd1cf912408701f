"""Telling roles, units or users of the parties that something waits."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.notices.actions.order_mail import Recipient, order_mails
from rundbord.notices.models import Notice
from rundbord.notices.rules import is_own_address
from rundbord.notices.vocabulary import NoticeKind


def notify(kind: NoticeKind, path: str, recipients: Iterable[Recipient], *, by: Actor) -> None:
    """Write one notice a recipient and order the mail without content, all in the running transaction."""
    if not is_own_address(path) or by.partnership_id is None:
        raise Refused("En besked kan kun føre til en side i Rundbord, inden for et partnerskab.")
    wanted = list(dict.fromkeys(recipients))
    Notice.objects.bulk_create(_notice(kind, path, each, partnership_id=by.partnership_id, by=by) for each in wanted)
    order_mails(wanted, by=by)
    if wanted:
        audit.record(Event.NOTICE_SENT, by=by, details={"kind": kind.value, "recipients": len(wanted)})


def _notice(kind: NoticeKind, path: str, recipient: Recipient, *, partnership_id: UUID, by: Actor) -> Notice:
    return Notice(
        partnership_id=partnership_id,
        authority_id=by.authority_id,
        recipient_id=recipient.authority_id,
        role=recipient.role,
        unit_id=recipient.unit_id,
        user_id=recipient.user_id,
        kind=kind.value,
        path=path,
        at=timezone.now(),
    )
