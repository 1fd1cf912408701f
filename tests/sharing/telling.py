"""Builders of what is told: a table at which the police, Gladsaxe and Herlev take part in SSP, and one disclosure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.assurance import PERSON_ACCESS
from rundbord.access.roles import Role
from rundbord.access.session import acting_for
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import Channel
from rundbord.keys.actions import make_data_key
from rundbord.partnership.models import Agreement
from rundbord.sharing import actions, queries
from rundbord.sharing.models import Disclosure, ReceivedDisclosure
from rundbord.sharing.queries import AddressableUnit
from rundbord.sharing.rules.content import Content, Line
from rundbord.sharing.rules.proposals import Fact, Proposal, Subject
from rundbord.sharing.vocabulary import (
    DisclosurePurpose,
    InformationClass,
    LegalBasis,
    PersonRole,
    SourceGrade,
)
from tests.database import as_owner
from tests.factories import rows
from tests.factories.situations import ActorOf, Vestegnen

NAME = "Ung Eksempel"
CPR = "6101110000"
SEEN = "Stod med gruppen ved stationen klokken ti om aftenen."
HIDDEN = "Har en kontaktperson, som ikke er givet videre."
WHY = "SSP skal kunne tage kontakt i denne uge, før gruppen samles igen på fredag."
YESTERDAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Table:
    """Who sits there: the police tell, two units of Herlev and one of Gladsaxe are told."""

    world: Vestegnen
    police: Actor
    herlev: Actor
    gladsaxe: Actor
    herlev_leader: Actor
    herlev_school: Unit


def table_of(world: Vestegnen, actor_of: ActorOf) -> Table:
    """Let all units take part in SSP under an agreement in force."""
    with as_owner():
        for unit in (world.local_police, world.gladsaxe_ssp, world.herlev_ssp, world.gladsaxe_street):
            Unit.objects.filter(pk=unit.pk).update(channels=[Channel.SSP.value])
        today = timezone.localdate()
        Agreement.objects.create(
            partnership=world.partnership,
            title="Aftale om tryghed",
            signed_on=today,
            starts_on=today - 30 * YESTERDAY,
            ends_on=today + 300 * YESTERDAY,
        )
    school = rows.unit(world.herlev, "Skolen", channels=[Channel.SSP.value])
    return Table(
        world=world,
        police=actor_of(world.officer),
        herlev=actor_of(world.herlev_case_worker),
        gladsaxe=actor_of(world.coordinator),
        herlev_leader=actor_of(rows.user(world.herlev_ssp, Role.LEADER)),
        herlev_school=school,
    )


def line(words: str = SEEN, **fields: Any) -> Line:
    """One thing that was seen yesterday."""
    return Line(
        **{
            "text": words,
            "kind": "Set eller hørt",
            "information_class": InformationClass.PRIVATE,
            "grade": SourceGrade.SEEN,
            "observed_on": timezone.localdate() - YESTERDAY,
            **fields,
        }
    )


def proposal_by(actor: Actor, units: list[Unit], lines: list[Line], **fields: Any) -> Proposal:
    """A proposal under SSP that holds, but for what is named."""
    functions = fields.pop("functions", ())
    facts = tuple(
        Fact(
            name=f"Oplysning {place}",
            information_class=each.information_class,
            grade=each.grade,
            observed_on=each.observed_on,
            confirmed_on=timezone.localdate() if each.information_class == InformationClass.GANG else None,
        )
        for place, each in enumerate(lines, 1)
    )
    with acting_for(actor):
        return Proposal(
            **{
                "today": timezone.localdate(),
                "basis": LegalBasis.SSP,
                "purpose": DisclosurePurpose.CRIME_PREVENTION,
                "necessity": WHY,
                "sender": queries.sender_of(actor),
                "recipients": tuple(_addressable(unit).recipient(functions=functions) for unit in units),
                "subject": Subject(born_on=date(2011, 1, 1), role=PersonRole.CONCERN),
                "facts": facts,
                "agreement": queries.frame_today(),
                **fields,
            }
        )


def tell(actor: Actor, units: list[Unit], lines: list[Line] | None = None, **fields: Any) -> list[Disclosure]:
    """Let the actor tell units about a new young person."""
    lines = [line()] if lines is None else lines
    told = {name: fields.pop(name) for name in ("asks", "answer_by", "in_answer_to", "readers") if name in fields}
    proposal = proposal_by(actor, units, lines, **fields)
    content = Content(name=NAME, cpr=CPR, born_on=date(2011, 1, 1), lines=() if told.get("asks") else tuple(lines))
    with acting_for(actor):
        key = make_data_key(by=actor)
        addressees = tuple(
            actions.Addressee(recipient=recipient, unit=_addressable(unit).unit)
            for recipient, unit in zip(proposal.recipients, units, strict=True)
        )
        act = actions.Told(content=content, about_id=uuid4(), data_key_id=key.pk, addressees=addressees, **told)
        if act.asks:
            return actions.ask_for_information(proposal, act, by=actor)
        return actions.disclose(proposal, act, by=actor)


def ask(actor: Actor, units: list[Unit], **fields: Any) -> list[Disclosure]:
    """Let the actor ask units about a young person: who it is, and nothing else."""
    who = line("", information_class=InformationClass.IDENTITY, grade=SourceGrade.DOCUMENTED)
    return tell(actor, units, [who], asks=("effort",), **fields)


def copy_of(disclosure: Disclosure) -> ReceivedDisclosure:
    """Give the recipient's copy, seen by nobody in particular."""
    with as_owner():
        return ReceivedDisclosure.objects.get(disclosure_id=disclosure.pk)


def without_proof(actor: Actor) -> Actor:
    """Give the same actor as a session without a second factor."""
    return replace(actor, permissions=actor.permissions - PERSON_ACCESS)


def _addressable(unit: Unit) -> AddressableUnit:
    return AddressableUnit(unit=Unit.objects.select_related("authority").get(pk=unit.pk))
