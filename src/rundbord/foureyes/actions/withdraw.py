"""Withdrawing an order before anybody confirmed it."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.foureyes.models import Order
from rundbord.foureyes.queries.orders import ordered_of
from rundbord.foureyes.rules.confirming import ordering
from rundbord.foureyes.vocabulary import DeedKind, OrderState


def withdraw(order: Order, *, by: Actor) -> None:
    """Take the own order back."""
    by.must(ordering(DeedKind(order.kind)))
    if order.ordered_by != by.user_id:
        raise Refused("Kun den, der bestilte, kan trække bestillingen tilbage.")
    if ordered_of(order).state(timezone.now()) is not OrderState.WAITS:
        raise Refused("Bestillingen venter ikke længere på nogen.")
    Order.objects.filter(pk=order.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())
    audit.record(Event.DEED_WITHDRAWN, about=order, by=by)
