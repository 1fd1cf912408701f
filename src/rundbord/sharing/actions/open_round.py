"""Open a round of *who else?* for one meeting, with a reason and a time at which it closes."""

from __future__ import annotations

from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import PERMISSIONS
from rundbord.audit import Event
from rundbord.keys.current import round_keys
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.queries import parties
from rundbord.partnership.queries.governance import seat_of
from rundbord.sharing.actions.ask_without_name import function_of, unit_of
from rundbord.sharing.models import WhoElseRound
from rundbord.sharing.queries.who_else import rounds_lately
from rundbord.sharing.rules.who_else import Opening, objections_to_round

WHO_NOMINATES = tuple(role for role, carried in PERMISSIONS.items() if Permission.NOMINATE in carried)


def open_round(*, reason: str, meeting_on: date, closes_at: datetime, by: Actor) -> WhoElseRound:
    """Open it, make its key, and tell everybody at the table who may nominate."""
    by.must(Permission.NOMINATE)
    now = timezone.now()
    opening = Opening(
        reason=reason,
        meeting_on=meeting_on,
        closes_at=closes_at,
        now=now,
        today=timezone.localdate(now),
        lately=rounds_lately(by),
    )
    if objections := objections_to_round(opening):
        raise Refused(objections)
    opened = WhoElseRound.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=unit_of(by),
        reason=reason.strip(),
        meeting_on=meeting_on,
        opened_at=now,
        opened_by=by.user_id,
        opened_label=function_of(by),
        closes_at=closes_at,
    )
    # A rolled back act leaves 32 bytes that open nothing.
    round_keys().make(by.authority_id, opened.pk)
    audit.record(Event.ROUND_OPENED, about=opened, by=by)
    notify(NoticeKind.WHO_ELSE_OPENED, path_of_round(opened), _everybody_who_nominates(), by=by)
    return opened


def path_of_round(opened: WhoElseRound) -> str:
    """Give the address of a round."""
    return reverse("sharing:show_round", args=[opened.pk])


def _everybody_who_nominates() -> list[Recipient]:
    today = timezone.localdate()
    seated = [party.authority for party in parties() if seat_of(party).holds_on(today)]
    working = [authority for authority in seated if not authority.is_place]
    return [Recipient(authority_id=authority.pk, role=role) for authority in working for role in WHO_NOMINATES]
