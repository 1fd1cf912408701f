"""Show a safety notice — beskeden: what it says, whether it holds, and who has received it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils import timezone

from rundbord.access.permissions import Permission
from rundbord.alerts import queries
from rundbord.alerts.vocabulary import NoticeState
from rundbord.web import SignedInRequest, page, screen


@screen(Permission.RECEIVE_SAFETY_NOTICE)
def show_notice(request: SignedInRequest, notice_id: UUID) -> HttpResponse:
    """Show it; the own unit's receipt is one tap."""
    notice = queries.notice_of(notice_id)
    receipts = queries.receipts_of(notice)
    state = queries.state_of_notice(notice)
    own = next((each for each in receipts if each.unit_id == request.actor.unit_id), None)
    context = {
        "notice": notice,
        "state": state,
        "receipts": receipts,
        "received": sum(each.received_at is not None for each in receipts),
        "own": own,
        "must_receive": own is not None and own.received_at is None and state != NoticeState.RECALLED,
        "may_recall": _may_recall(request, notice.authority_id, state),
        "was_refused": "afvist" in request.GET,
        "now": timezone.now(),
    }
    return page(request, "alerts/show_notice.html", context)


def _may_recall(request: SignedInRequest, sender: UUID, state: NoticeState) -> bool:
    is_ours = sender == request.actor.authority_id and request.actor.may(Permission.SEND_SAFETY_NOTICE)
    return is_ours and state in {NoticeState.COMING, NoticeState.IN_FORCE}
