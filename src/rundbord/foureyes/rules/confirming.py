"""Who may order, who may confirm, and until when: pure rules."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from rundbord.access.permissions import Permission
from rundbord.foureyes.vocabulary import OrderState

LASTS = timedelta(days=7)
ORDERS = frozenset({Permission.GOVERN_PARTNERSHIP})
CONFIRMS = frozenset({Permission.GOVERN_PARTNERSHIP, Permission.VOTE_FOR_PARTY})


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """What counts of an order when somebody wants to confirm or withdraw it; moments are aware UTC."""

    ordered_by: UUID
    lapses_at: datetime
    is_withdrawn: bool
    is_confirmed: bool

    def state(self, now: datetime) -> OrderState:
        """Tell how it stands."""
        if self.is_confirmed:
            return OrderState.DONE
        if self.is_withdrawn:
            return OrderState.WITHDRAWN
        return OrderState.LAPSED if self.lapses_at <= now else OrderState.WAITS


def may_confirm(permissions: AbstractSet[Permission]) -> bool:
    """Tell whether a role carries confirming."""
    return bool(permissions & CONFIRMS)


def objections_to_confirming(ordered: Ordered, *, user_id: UUID, now: datetime) -> list[str]:
    """Give every objection to somebody's confirming it."""
    wrong = []
    if ordered.ordered_by == user_id:
        wrong.append("Du har selv bestilt handlingen. En anden skal bekræfte den.")
    if ordered.state(now) is not OrderState.WAITS:
        wrong.append("Bestillingen venter ikke længere på nogen.")
    return wrong
