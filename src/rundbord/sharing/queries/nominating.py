"""What a nomination is judged by: the disclosure that a match would be, to any unit that could nominate the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind, Channel, Regime, UnitKind
from rundbord.partnership.queries import agreement_in_force, parties
from rundbord.partnership.queries.governance import seat_of
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.capacities import capacity_of
from rundbord.sharing.rules.proposals import Fact, PartnershipFrame, Proposal, Recipient, Sender, Subject
from rundbord.sharing.vocabulary import (
    Capacity,
    DisclosurePurpose,
    InformationClass,
    LegalBasis,
    PersonRole,
    SourceGrade,
)

# The partnership's own co-operation; PSP and KSP ask for answers that a list of names cannot give (ADR 0027).
BASIS = LegalBasis.SSP


@dataclass(frozen=True, kw_only=True)
class Told:
    """What would be told: that the unit follows somebody of that age and role, and why it is necessary."""

    unit_id: UUID
    born_on: date | None
    role: PersonRole
    purpose: DisclosurePurpose
    reason: str
    former_reason: str


def proposal_of(told: Told) -> Proposal:
    """Put it as a disclosure of identity alone, for the rules that judge every disclosure."""
    units = list(Unit.objects.filter(closed_at=None).select_related("authority"))
    own = next(unit for unit in units if unit.pk == told.unit_id)
    today = timezone.localdate()
    return Proposal(
        today=today,
        basis=BASIS,
        purpose=told.purpose,
        necessity=told.reason,
        sender=Sender(
            capacity=_capacity(own), authority=own.authority_id, regime=Regime(own.regime), channels=_channels(own)
        ),
        recipients=tuple(_recipients(units, own)),
        subject=Subject(born_on=told.born_on, role=told.role),
        facts=(_that_we_follow(today),),
        agreement=_frame(),
        former_necessity=told.former_reason,
    )


def _recipients(units: Iterable[Unit], own: Unit) -> Iterator[Recipient]:
    """Give those in the channel who may be told: others cannot nominate, and so can never learn of it."""
    may_be_told = BASES[BASIS].recipients_from(frozenset({_capacity(own)}))
    for unit in units:
        if unit.authority_id == own.authority_id or BASES[BASIS].channel not in _channels(unit):
            continue
        if _capacity(unit) in may_be_told:
            yield Recipient(
                name=f"{unit.name}, {unit.authority.short_name}",
                capacity=_capacity(unit),
                authority=unit.authority_id,
                regime=Regime(unit.regime),
                channels=_channels(unit),
            )


def _that_we_follow(today: date) -> Fact:
    return Fact(
        name="At vi følger den unge",
        information_class=InformationClass.IDENTITY,
        grade=SourceGrade.DOCUMENTED,
        observed_on=today,
    )


def _frame() -> PartnershipFrame | None:
    agreed, today = agreement_in_force(), timezone.localdate()
    if agreed is None:
        return None
    seated = frozenset(party.authority_id for party in parties() if seat_of(party).holds_on(today))
    return PartnershipFrame(parties=seated, starts_on=agreed.term.starts_on, ends_on=agreed.term.ends_on)


def _capacity(unit: Unit) -> Capacity:
    return capacity_of(AuthorityKind(unit.authority.kind), UnitKind(unit.kind))


def _channels(unit: Unit) -> frozenset[Channel]:
    return frozenset(Channel(each) for each in unit.channels)
