"""Telling roles, units or users of the parties that something waits."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import Resolver404, resolve
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.notices.actions.order_mail import Recipient, order_mails
from rundbord.notices.models import Notice
from rundbord.notices.rules import is_own_address
from rundbord.notices.vocabulary import NoticeKind
from rundbord.web.screen import declaration_of

_ELSEWHERE = "En besked kan kun føre til en side i Rundbord, inden for et partnerskab."


def notify(kind: NoticeKind, path: str, recipients: Iterable[Recipient], *, with_mail: bool = True, by: Actor) -> None:
    """Write one notice a recipient and order the mail without content, all in the running transaction.

    It is for those whose role opens the page that it leads to: to the others of a unit it would be a closed door.
    `with_mail` is off where the act orders a mail of its own.
    """
    if not is_own_address(path) or by.partnership_id is None:
        raise Refused(_ELSEWHERE)
    wanted, opens = list(dict.fromkeys(recipients)), _permission_of(path)
    Notice.objects.bulk_create(_notice(kind, path, opens, each, by=by) for each in wanted)
    if with_mail:
        order_mails(wanted, opens=opens, by=by)
    if wanted:
        audit.record(Event.NOTICE_SENT, by=by, details={"kind": kind.value, "recipients": len(wanted)})


def _permission_of(path: str) -> Permission:
    """Give what the page at an address asks of a role, as its own screen declares it."""
    try:
        declared = declaration_of(resolve(path.partition("?")[0].partition("#")[0]).func)
    except Resolver404:
        raise Refused(_ELSEWHERE) from None
    if declared is None or declared.permission is None:
        raise Refused(_ELSEWHERE)
    return declared.permission


def _notice(kind: NoticeKind, path: str, opens: Permission, recipient: Recipient, *, by: Actor) -> Notice:
    return Notice(
        partnership_id=by.table,
        authority_id=by.authority_id,
        recipient_id=recipient.authority_id,
        role=recipient.role,
        unit_id=recipient.unit_id,
        user_id=recipient.user_id,
        kind=kind.value,
        path=path,
        opens=opens.value,
        at=timezone.now(),
    )
