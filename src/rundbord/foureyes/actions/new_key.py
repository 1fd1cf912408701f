"""A new key for the own authority: ordered and confirmed by two, carried out by whoever runs the server."""

from __future__ import annotations

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.foureyes.actions.place_order import place_order
from rundbord.foureyes.models import Order
from rundbord.foureyes.queries.orders import confirmed_order
from rundbord.foureyes.vocabulary import DeedKind
from rundbord.keys import actions as keys

_WORDS = (
    "{name} får en ny nøgle. Driften kører kommandoen, når en anden har bekræftet: alle datanøgler pakkes om, intet"
    " indhold ændres, og nøglen fra før den nuværende destrueres."
)


def order_new_key(*, by: Actor) -> Order:
    """Order that the own authority's key is renewed; the operator's command refuses until another has confirmed."""
    by.must(Permission.GUARD_OWN)
    words = _WORDS.format(name=by.authority_name)
    return place_order(DeedKind.ROTATE_KEYS, subject=by.authority_id, day=timezone.localdate(), words=words, by=by)


def rotate_as_ordered(*, by: Actor) -> int | None:
    """Renew the key that two persons of the authority want renewed and say how many were wrapped; None if none do."""
    order = confirmed_order(DeedKind.ROTATE_KEYS, by, subject=by.authority_id)
    if order is None:
        return None
    if not mark_carried_out(order, by=by):
        raise Refused("En anden udfører bestillingen lige nu.")
    count = keys.rotate_keys(by=by)
    audit.record(Event.KEYS_ROTATED, about=order, by=by, details={"data_keys": count})
    return count


def mark_carried_out(order: Order, *, by: Actor) -> bool:
    """Use a confirmed order up, and tell whether it was still there to be used."""
    waiting = Order.objects.filter(pk=order.pk, authority_id=by.authority_id, carried_out_at=None)
    return bool(waiting.update(carried_out_at=timezone.now()))


def wait_for_the_operator(order: Order, by: Actor) -> None:
    """Do nothing when it is confirmed: the command finds the order (`rotate_as_ordered`)."""
