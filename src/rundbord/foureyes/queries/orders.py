"""Orders as screens show them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.foureyes.models import Confirmation, Order
from rundbord.foureyes.rules.confirming import Ordered, kinds_of, objections_to_confirming
from rundbord.foureyes.vocabulary import OWN_KINDS, DeedKind, OrderState
from rundbord.vocabulary import label_of

MOST_SHOWN = 50
_MARKS = {
    OrderState.WAITS: "warning",
    OrderState.CONFIRMED: "warning",
    OrderState.DONE: "closed",
    OrderState.WITHDRAWN: "neutral",
    OrderState.LAPSED: "neutral",
}


@dataclass(frozen=True, kw_only=True)
class OrderRow:
    """An order, how it stands, and what the actor may do with it."""

    order: Order
    kind: str
    state: OrderState
    confirmation: Confirmation | None
    may_confirm: bool
    may_withdraw: bool

    @property
    def when(self) -> str:
        """Say when it happens."""
        is_late = DeedKind(self.order.kind) in OWN_KINDS
        return "Det sker, når du har bekræftet" if is_late else "Det sker i det øjeblik, du bekræfter"

    @property
    def mark(self) -> str:
        """Give the kind of the badge."""
        return _MARKS[self.state]


def orders(actor: Actor) -> list[OrderRow]:
    """List the orders of the table, what waits first, then the newest."""
    rows = [_row(each, actor) for each in _here(actor).order_by("-ordered_at", "-id")[:MOST_SHOWN]]
    return sorted(rows, key=lambda row: row.state is not OrderState.WAITS)


def order_of(order_id: UUID, actor: Actor) -> OrderRow:
    """Find one order of the table; to whoever may neither order nor confirm none exists."""
    found = _here(actor).filter(pk=order_id).first()
    if found is None:
        raise Http404
    return _row(found, actor)


def waiting_orders(actor: Actor) -> QuerySet[Order] | None:
    """Find the orders that wait for the actor: others' than the own, of kinds that the role confirms; None without."""
    kinds = [] if actor.is_place else kinds_of(actor.permissions)
    if not kinds:
        return None
    here = Order.objects.filter(partnership_id=actor.table_id, kind__in=[kind.value for kind in kinds])
    waiting = here.filter(withdrawn_at=None, lapses_at__gt=timezone.now()).exclude(ordered_by=actor.user_id)
    return waiting.filter(~Exists(Confirmation.objects.filter(order=OuterRef("pk"))))


def ordered_of(order: Order) -> Ordered:
    """Give what the rules ask of an order."""
    said = next(iter(order.confirmations.all()), None)
    is_late = DeedKind(order.kind) in OWN_KINDS
    return Ordered(
        ordered_by=order.ordered_by,
        lapses_at=order.lapses_at,
        is_withdrawn=order.withdrawn_at is not None,
        confirmed_at=said.at if said else None,
        is_carried_out=order.carried_out_at is not None if is_late else said is not None,
    )


def confirmed_order(kind: DeedKind, actor: Actor, *, subject: UUID) -> Order | None:
    """Find what two persons of the actor's authority have agreed on and nobody has carried out yet."""
    asked = Order.objects.filter(kind=kind.value, authority_id=actor.authority_id, subject=subject)
    rows = asked.prefetch_related("confirmations").order_by("ordered_at", "id")
    return next((row for row in rows if ordered_of(row).state(timezone.now()) is OrderState.CONFIRMED), None)


def _here(actor: Actor) -> QuerySet[Order]:
    kinds = kinds_of(actor.permissions)
    if actor.is_place or not kinds:
        raise Http404
    shown = Order.objects.filter(partnership_id=actor.table_id, kind__in=[kind.value for kind in kinds])
    return shown.prefetch_related("confirmations")


def _row(order: Order, actor: Actor) -> OrderRow:
    ordered, now = ordered_of(order), timezone.now()
    state = ordered.state(now)
    return OrderRow(
        order=order,
        kind=label_of(DeedKind, order.kind),
        state=state,
        confirmation=next(iter(order.confirmations.all()), None),
        may_confirm=not objections_to_confirming(ordered, user_id=actor.user_id, now=now),
        may_withdraw=state is OrderState.WAITS and order.ordered_by == actor.user_id,
    )
