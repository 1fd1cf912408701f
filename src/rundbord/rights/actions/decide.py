"""Deciding what of it is handed out: item by item, or a whole group at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.audit.record import Detail
from rundbord.identity.vocabulary import Regime
from rundbord.keys.places import place_of
from rundbord.rights.actions.holding import held_open
from rundbord.rights.models import RightsRequest
from rundbord.rights.queries.items import ItemView, item_of, items_of
from rundbord.rights.queries.requests import RequestView, opened
from rundbord.rights.rules.deciding import bases_for, objections_to_decision
from rundbord.rights.vocabulary import ItemDecision, ItemGroup, WithholdBasis

MEANWHILE = "har afgjort oplysningen i mellemtiden. Læs afgørelsen herunder, og gem igen, hvis din skal gælde i stedet."
_COLUMNS = ("decision", "basis", "redacted", "decided_at", "decided_by", "decided_label")


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What is decided; `redacted` is the text as it is handed out."""

    decision: ItemDecision
    basis: WithholdBasis | None = None
    redacted: str = ""


def decide(
    request: RightsRequest, item_id: UUID, decided: Decided, *, read_at: datetime | None = None, by: Actor
) -> None:
    """Decide on one item; a newer decision takes the place of the older, which it must have read, until the answer.

    `read_at` is when the decision that it replaces was made; None where there was none.
    """
    view = opened(held_open(request, by=by))
    item = item_of(item_id, view)
    if item.item.decided_at != read_at:
        raise Refused(f"{item.item.decided_label} {MEANWHILE}")
    _decide([item], decided, view, by)


def decide_group(request: RightsRequest, group: ItemGroup, decided: Decided, *, by: Actor) -> int:
    """Decide alike on all of a group that waits; what may name others is decided one by one. Give how many."""
    view = opened(held_open(request, by=by))
    waits = [each for each in items_of(view) if each.group is group and each.decision is None]
    chosen = [each for each in waits if decided.decision is ItemDecision.WITHHOLD or not each.wants_eyes]
    _decide(chosen, decided, view, by)
    return len(chosen)


def _decide(items: list[ItemView], decided: Decided, view: RequestView, by: Actor) -> None:
    for each in items:
        _refuse(each, decided, Regime(view.request.regime))
    for each in items:
        row = each.item
        row.decision = decided.decision.value
        row.basis = decided.basis.value if decided.basis and decided.decision is not ItemDecision.GIVE else ""
        is_part = decided.decision is ItemDecision.PART and view.key is not None
        row.redacted = view.key.seal(decided.redacted, at=place_of(row, "redacted")) if is_part and view.key else None
        row.decided_at, row.decided_by, row.decided_label = timezone.now(), by.user_id, by.user_name
        row.save(update_fields=_COLUMNS)
    details: dict[str, Detail] = {"items": len(items), "decision": decided.decision.value}
    audit.record(Event.ITEMS_DECIDED, about=view.request, by=by, details=details)


def _refuse(each: ItemView, decided: Decided, regime: Regime) -> None:
    wrong = objections_to_decision(
        decided.decision,
        decided.basis,
        group=each.group,
        redacted=decided.redacted,
        has_sender=each.has_sender,
        sender_says=each.sender_says,
    )
    if decided.basis and decided.basis not in bases_for(each.group, regime):
        wrong = {"basis": ["Reglen gælder ikke for denne gruppe."]}
    if wrong:
        raise Refused(wrong)
