"""Registering what a citizen asks for: from here the clock runs, and the machine looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from procrastinate.contrib.django import app

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind, Regime
from rundbord.keys.actions import make_data_key
from rundbord.keys.core.cpr import Cpr
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.rights.models import RightsRequest
from rundbord.rights.rules.clocks import answer_by
from rundbord.rights.rules.registering import Registered, objections_to_registering
from rundbord.rights.vocabulary import Asker, IdentityCheck, MandateCheck, RequestChannel, RightKind

GATHER = "rundbord.rights.gather"


@dataclass(frozen=True, kw_only=True)
class NewRequest:
    """What is written down; names and words are sealed, `received_on` is a Danish day."""

    kind: RightKind
    asker: Asker
    name: str
    cpr: Cpr
    channel: RequestChannel
    identity_check: IdentityCheck
    received_on: date
    mandate_check: MandateCheck | None = None
    asker_name: str = ""
    words: str = ""


def register(new: NewRequest, *, by: Actor) -> RightsRequest:
    """Register it, and order the search."""
    by.must(Permission.HANDLE_RIGHTS)
    _refuse(new)
    regime, key = regime_of(by), make_data_key(by=by)
    request = RightsRequest(
        authority_id=by.authority_id,
        data_key=key,
        kind=new.kind.value,
        regime=regime.value,
        asker=new.asker.value,
        channel=new.channel.value,
        identity_check=new.identity_check.value,
        mandate_check=new.mandate_check.value if new.mandate_check else "",
        received_on=new.received_on,
        answer_by=answer_by(new.received_on, regime),
        registered_at=timezone.now(),
        registered_by=by.user_id,
        registered_label=by.user_name,
    )
    opened = open_key(key.pk)
    sealed = {"name": new.name, "cpr": new.cpr.digits, "asker_name": new.asker_name, "words": new.words}
    for column, text in sealed.items():
        if text:
            setattr(request, column, opened.seal(text, at=place_of(request, column)))
    request.save(force_insert=True)
    audit.record(Event.REQUEST_REGISTERED, about=request, by=by, details={"kind": request.kind})
    app.configure_task(GATHER).defer(
        authority_id=str(by.authority_id), partnership_id=str(by.partnership_id or ""), request_id=str(request.pk)
    )
    return request


def regime_of(by: Actor) -> Regime:
    """Tell which law the desk answers under: that of the unit it belongs to, and the police's for the police."""
    if by.authority_kind == AuthorityKind.POLICE:
        return Regime.LAW_ENFORCEMENT
    unit = Unit.objects.filter(pk=by.unit_id).first() if by.unit_id else None
    return Regime(unit.regime) if unit else Regime.GDPR


def _refuse(new: NewRequest) -> None:
    found = objections_to_registering(
        Registered(
            kind=new.kind,
            asker=new.asker,
            mandate=new.mandate_check,
            has_asker_name=bool(new.asker_name.strip()),
            words=new.words,
            received_on=new.received_on,
            today=timezone.localdate(),
        )
    )
    if found:
        raise Refused(found)
