"""Who may order, who may confirm, and until when: pure rules."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from rundbord.access.permissions import Permission
from rundbord.foureyes.vocabulary import OWN_KINDS, DeedKind, OrderState

# As long waits an order for the second person, and what two have agreed on for whoever carries it out.
LASTS = timedelta(days=7)
_CONFIRMS = frozenset({Permission.GOVERN_PARTNERSHIP, Permission.VOTE_FOR_PARTY})
_CONFIRMS_OWN = frozenset({Permission.GUARD_OWN})


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """What counts of an order when somebody wants to confirm or withdraw it; moments are aware UTC."""

    ordered_by: UUID
    lapses_at: datetime
    is_withdrawn: bool
    confirmed_at: datetime | None
    is_carried_out: bool

    def state(self, now: datetime) -> OrderState:
        """Tell how it stands."""
        if self.is_carried_out:
            return OrderState.DONE
        if self.confirmed_at is not None:
            return OrderState.CONFIRMED if now < self.confirmed_at + LASTS else OrderState.LAPSED
        if self.is_withdrawn:
            return OrderState.WITHDRAWN
        return OrderState.LAPSED if self.lapses_at <= now else OrderState.WAITS


def ordering(kind: DeedKind) -> Permission:
    """Give the permission by which an act of a kind is ordered and withdrawn."""
    return Permission.GUARD_OWN if kind in OWN_KINDS else Permission.GOVERN_PARTNERSHIP


def confirming(kind: DeedKind) -> frozenset[Permission]:
    """Give the permissions of which one is enough to confirm an act of a kind."""
    return _CONFIRMS_OWN if kind in OWN_KINDS else _CONFIRMS


def kinds_of(permissions: AbstractSet[Permission]) -> list[DeedKind]:
    """Give the kinds of acts that a role has to do with."""
    return [kind for kind in DeedKind if permissions & confirming(kind)]


def objections_to_confirming(ordered: Ordered, *, user_id: UUID, now: datetime) -> list[str]:
    """Give every objection to somebody's confirming it."""
    wrong = []
    if ordered.ordered_by == user_id:
        wrong.append("Du har selv bestilt handlingen. En anden skal bekræfte den.")
    if ordered.state(now) is not OrderState.WAITS:
        wrong.append("Bestillingen venter ikke længere på nogen.")
    return wrong
