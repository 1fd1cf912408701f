"""What somebody would tell others of a file, put together as the rules judge it: before it is done, and when it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.passing_on import (
    OfferedFact,
    consents_of,
    honour_of,
    offered_facts,
    special_is_approved,
    subject_of,
)
from rundbord.keys.core.sealing import OpenKey
from rundbord.sharing import queries as sharing
from rundbord.sharing.queries import AddressableUnit
from rundbord.sharing.rules.judging import findings_on
from rundbord.sharing.rules.proposals import Consent, Fact, Proposal, Recipient
from rundbord.sharing.vocabulary import (
    Capacity,
    DisclosurePurpose,
    InformationClass,
    LegalBasis,
    OffenceGround,
    ReleaseGroup,
    Requirement,
    SourceGrade,
)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What was chosen and typed: facts and units by key, outsiders by what they are and their name."""

    purpose: DisclosurePurpose
    necessity: str = ""
    basis: LegalBasis | None = None
    facts: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    outsiders: tuple[tuple[Capacity, str], ...] = ()
    functions: frozenset[str] = frozenset()
    present: frozenset[Requirement] = frozenset()
    offence_ground: OffenceGround | None = None
    release: ReleaseGroup | None = None
    documented_on: date | None = None
    meetings_held: int = 0
    is_notifier: bool = False
    is_request: bool = False


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """A wish as the rules judge it, with the rows that it is about."""

    proposal: Proposal
    chosen: tuple[OfferedFact, ...]
    units: tuple[AddressableUnit, ...]
    outsiders: tuple[tuple[Recipient, str], ...]


def proposed(
    person: YoungPerson, key: OpenKey, wish: Wish, actor: Actor, *, offered: list[OfferedFact] | None = None
) -> Proposed:
    """Put a wish together; what does not exist, or is not offered, is left out."""
    sender = sharing.sender_of(actor)
    listed = offered_facts(person, key, sender=sender.capacity) if offered is None else offered
    chosen = () if wish.is_request else tuple(each for each in listed if each.key in wish.facts)
    units = tuple(each for each in sharing.addressable_units(actor) if str(each.unit.pk) in wish.units)
    outsiders = tuple((Recipient(name=name, capacity=capacity), name) for capacity, name in wish.outsiders)
    recipients = (
        *(each.recipient(functions=wish.functions, is_notifier=wish.is_notifier) for each in units),
        *(recipient for recipient, _ in outsiders),
    )
    proposal = Proposal(
        today=timezone.localdate(),
        basis=wish.basis,
        purpose=wish.purpose,
        necessity=wish.necessity,
        sender=sender,
        recipients=recipients,
        subject=subject_of(person, key, release=wish.release),
        facts=(_name_alone(),) if wish.is_request else tuple(each.judged for each in chosen),
        agreement=sharing.frame_today(),
        honour=honour_of(person),
        present=wish.present,
        offence_ground=wish.offence_ground,
        special_is_approved=special_is_approved(chosen),
        documented_on=wish.documented_on,
        meetings_held=wish.meetings_held,
        former_necessity=sharing.former_necessity(wish.necessity, actor),
    )
    names = {each.unit.pk: each.name for each in units}
    agreed = consents_of(person, key, names, [recipient for recipient, _ in outsiders])
    return Proposed(proposal=_with_best_consent(proposal, agreed), chosen=chosen, units=units, outsiders=outsiders)


def own_readers(person: YoungPerson, chosen: tuple[OfferedFact, ...], actor: Actor) -> tuple[UUID, ...]:
    """Give who alone reads the sender's copy: as narrow as the file, and as the most private of the facts in it."""
    named = [each.readers for each in chosen if each.readers is not None]
    if person.is_narrow:
        named.append(frozenset({person.lead_id, actor.user_id}))
    return tuple(sorted({actor.user_id, *frozenset.intersection(*named)})) if named else ()


def _name_alone() -> Fact:
    """A request tells who it is about, and nothing else."""
    return Fact(
        name="Navnet",
        information_class=InformationClass.IDENTITY,
        grade=SourceGrade.DOCUMENTED,
        observed_on=timezone.localdate(),
    )


def _with_best_consent(proposal: Proposal, agreed: list[Consent]) -> Proposal:
    """Of several consents take the one that leaves least in the way."""
    tried = [replace(proposal, consent=consent) for consent in agreed]
    return min(tried, key=lambda each: len(findings_on(each))) if tried else proposal
