"""Opening a breach: from here the 72 hours are counted from when it was discovered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.breaches.models import Breach
from rundbord.breaches.rules.judging import objections_to_opening
from rundbord.breaches.vocabulary import BreachOrigin
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind, Regime
from rundbord.sharing.vocabulary import InformationClass


@dataclass(frozen=True, kw_only=True)
class NewBreach:
    """What is known when it is opened; moments are aware, `what` names nobody."""

    origin: BreachOrigin
    happened_at: datetime
    discovered_at: datetime
    what: str
    classes: tuple[InformationClass, ...] = ()
    people: int
    origin_id: UUID | None = None
    overridden: tuple[str, ...] = ()


def open_breach(new: NewBreach, *, by: Actor) -> Breach:
    """Write it down."""
    by.must(Permission.HANDLE_BREACHES)
    wrong = objections_to_opening(
        new.what, happened_at=new.happened_at, discovered_at=new.discovered_at, now=timezone.now()
    )
    if wrong:
        raise Refused(wrong)
    breach = Breach.objects.create(
        authority_id=by.authority_id,
        regime=_regime(by).value,
        origin=new.origin.value,
        origin_id=new.origin_id,
        happened_at=new.happened_at,
        discovered_at=new.discovered_at,
        what=new.what.strip(),
        classes=[each.value for each in new.classes],
        people=new.people,
        opened_at=timezone.now(),
        opened_by=by.user_id,
        opened_label=by.user_name,
    )
    audit.record(Event.BREACH_OPENED, about=breach, by=by, details={"origin": new.origin.value, "people": new.people})
    audit.record_overriding(new.overridden, about=breach, by=by)
    return breach


def _regime(by: Actor) -> Regime:
    if by.authority_kind == AuthorityKind.POLICE:
        return Regime.LAW_ENFORCEMENT
    unit = Unit.objects.filter(pk=by.unit_id).first() if by.unit_id else None
    return Regime(unit.regime) if unit else Regime.GDPR
