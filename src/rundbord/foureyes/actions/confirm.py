"""Confirming another's order: the act is carried out in the same moment, or nothing is."""

from __future__ import annotations

from django.db.models.functions import Now
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.refusal import NotPermitted, Refused
from rundbord.audit import Event
from rundbord.foureyes.deeds import carry_out
from rundbord.foureyes.models import Confirmation, Order
from rundbord.foureyes.queries.orders import ordered_of
from rundbord.foureyes.rules.confirming import confirming, objections_to_confirming, ordering
from rundbord.foureyes.vocabulary import DeedKind

CONFIRMED = {"order_confirmed_once": {"": "En anden har netop bekræftet bestillingen."}}


def confirm(order: Order, *, by: Actor) -> Confirmation:
    """Say yes to what somebody else ordered, and carry it out; whoever ordered cannot."""
    kind = DeedKind(order.kind)
    if not by.permissions & confirming(kind):
        raise NotPermitted(ordering(kind))
    if wrong := objections_to_confirming(ordered_of(order), user_id=by.user_id, now=timezone.now()):
        raise Refused(wrong)
    with refusing_collisions(CONFIRMED):
        confirmation = Confirmation.objects.create(
            authority_id=by.authority_id,
            partnership_id=by.table,
            order=order,
            confirmed_by=by.user_id,
            confirmed_label=by.user_name,
            # The database's clock: its policies on the act itself ask whether this was just now.
            at=Now(),
        )
    carry_out(order, by=by)
    audit.record(Event.DEED_CONFIRMED, about=order, by=by, details={"kind": order.kind})
    return confirmation
