"""Ordering a dangerous act: nothing happens yet."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.foureyes.models import Order
from rundbord.foureyes.rules.confirming import LASTS, ordering
from rundbord.foureyes.vocabulary import OWN_KINDS, DeedKind
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind


def place_order(kind: DeedKind, *, subject: UUID, day: date, words: str, by: Actor) -> Order:
    """Lay down what is wanted; those of the own authority who may confirm are told that it waits for another."""
    by.must(ordering(kind))
    now = timezone.now()
    order = Order.objects.create(
        authority_id=by.authority_id,
        partnership_id=by.table,
        kind=kind.value,
        subject=subject,
        day=day,
        words=words,
        ordered_by=by.user_id,
        ordered_label=by.user_name,
        ordered_at=now,
        lapses_at=now + LASTS,
    )
    audit.record(Event.DEED_ORDERED, about=order, by=by, details={"kind": kind.value, "subject": str(subject)})
    roles = (Role.LEADER, Role.DPO if kind in OWN_KINDS else Role.SECRETARY)
    told = [Recipient(authority_id=by.authority_id, role=role.value) for role in roles]
    notify(NoticeKind.DEED_WAITS, reverse("foureyes:show_order", args=[order.pk]), told, by=by)
    return order
