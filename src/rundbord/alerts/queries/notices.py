"""Safety notices: those that hold and those that did, and who has received them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.alerts.models import SafetyNotice, SafetyReceipt
from rundbord.alerts.rules import state_of
from rundbord.alerts.vocabulary import NoticeState
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 20
RECEIVED = Count("receipts", filter=Q(receipts__received_at__isnull=False))


@dataclass(frozen=True, kw_only=True)
class NoticeRow:
    """A safety notice as lists show it."""

    notice: SafetyNotice
    state: NoticeState
    sent_to: int
    received: int
    waits_for_us: bool


@dataclass(frozen=True, kw_only=True)
class NoticePage:
    """A page of safety notices, those that hold longest first, and the cursors beside it."""

    rows: list[NoticeRow]
    before: str
    after: str


def notice_page(actor: Actor, *, after: str = "", before: str = "") -> NoticePage:
    """Give safety notices, those that end last first."""
    notices = SafetyNotice.objects.select_related("area").annotate(
        sent_to=Count("receipts"),
        received=RECEIVED,
        waiting=Count("receipts", filter=_waits_for(actor)),
    )
    shown = keyset_page(notices, order=("-valid_until", "-id"), after=after, before=before, size=PAGE_SIZE)
    now = timezone.now()
    return NoticePage(rows=[_notice_row(notice, now) for notice in shown.rows], before=shown.before, after=shown.after)


def notice_of(notice_id: UUID) -> SafetyNotice:
    """Find one safety notice; what is out of reach does not exist."""
    notice = SafetyNotice.objects.select_related("area", "authority").filter(pk=notice_id).first()
    if notice is None:
        raise Http404
    return notice


def receipts_of(notice: SafetyNotice) -> list[SafetyReceipt]:
    """List the units that it was sent to, those that have not received it first."""
    return sorted(
        SafetyReceipt.objects.filter(notice=notice).order_by("unit_label", "id"),
        key=lambda receipt: receipt.received_at is not None,
    )


def state_of_notice(notice: SafetyNotice) -> NoticeState:
    """Tell whether it holds now."""
    return state_of(
        valid_from=notice.valid_from,
        valid_until=notice.valid_until,
        recalled_at=notice.recalled_at,
        now=timezone.now(),
    )


def _waits_for(actor: Actor) -> Q:
    return Q(receipts__received_at=None, receipts__recipient_id=actor.authority_id, receipts__unit_id=actor.unit_id)


def _notice_row(notice: SafetyNotice, now: datetime) -> NoticeRow:
    state = state_of(
        valid_from=notice.valid_from, valid_until=notice.valid_until, recalled_at=notice.recalled_at, now=now
    )
    counted = vars(notice)
    return NoticeRow(
        notice=notice,
        state=state,
        sent_to=counted["sent_to"],
        received=counted["received"],
        waits_for_us=bool(counted["waiting"]) and state in {NoticeState.IN_FORCE, NoticeState.COMING},
    )
