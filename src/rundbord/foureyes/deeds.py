"""The acts that are ordered: each stays in its own app, which says here how it is carried out."""

from __future__ import annotations

from collections.abc import Callable

from rundbord.access.actor import Actor
from rundbord.foureyes.models import Order
from rundbord.foureyes.vocabulary import DeedKind

CarryOut = Callable[[Order, Actor], None]

_deeds: dict[DeedKind, CarryOut] = {}


def add_deed(kind: DeedKind, carry_out: CarryOut) -> None:
    """Say how an order of this kind is carried out; called while apps are made ready."""
    _deeds[kind] = carry_out


def carry_out(order: Order, *, by: Actor) -> None:
    """Carry an order out in the name of whoever confirmed it."""
    _deeds[DeedKind(order.kind)](order, by)
