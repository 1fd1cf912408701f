"""A line whose name is about to be given, put together as the rules of sharing judge it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.handover.models import HandOverLine
from rundbord.handover.queries.opened import OpenedLine, opened
from rundbord.identity.models import Unit
from rundbord.keys.core.sealing import OpenKey
from rundbord.sharing import queries as sharing
from rundbord.sharing.rules.content import Content, Line
from rundbord.sharing.rules.proposals import Fact, Proposal, Subject
from rundbord.sharing.vocabulary import (
    DisclosurePurpose,
    InformationClass,
    LegalBasis,
    OffenceGround,
    PersonRole,
    Requirement,
    SourceGrade,
)

_GONE = "Enheden er ikke længere ved bordet."


@dataclass(frozen=True, kw_only=True)
class Naming:
    """What the sender answers for when a name is given."""

    purpose: DisclosurePurpose = DisclosurePurpose.CRIME_PREVENTION
    necessity: str = ""
    basis: LegalBasis | None = None
    present: frozenset[Requirement] = frozenset()
    offence_ground: OffenceGround | None = None
    documented_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Named:
    """A wish as the rules judge it, with the line and the unit that it is for."""

    proposal: Proposal
    line: OpenedLine
    unit: Unit


def named(line: HandOverLine, key: OpenKey, wish: Naming, actor: Actor) -> Named:
    """Put it together for the unit that the line is addressed to."""
    told = opened(line, key)
    asked = [each for each in sharing.addressable_units(actor) if each.unit.pk == line.addressed_unit_id]
    if not asked:
        raise Refused(_GONE)
    proposal = Proposal(
        today=timezone.localdate(),
        basis=wish.basis,
        purpose=wish.purpose,
        necessity=wish.necessity,
        sender=sharing.sender_of(actor),
        recipients=(asked[0].recipient(),),
        subject=Subject(born_on=told.born_on, role=PersonRole(line.role)),
        facts=(_fact(line),),
        agreement=sharing.frame_today(),
        present=wish.present,
        offence_ground=wish.offence_ground,
        documented_on=wish.documented_on,
        former_necessity=sharing.former_necessity(wish.necessity, actor),
    )
    return Named(proposal=proposal, line=told, unit=asked[0].unit)


def content_of(put: Named) -> Content:
    """Write down who and what, as it is told."""
    row = put.line.row
    words = Line(
        text=put.line.words,
        kind="Set",
        information_class=InformationClass(row.information_class),
        grade=SourceGrade(row.grade),
        observed_on=row.seen_on,
    )
    return Content(name=put.line.name, cpr=put.line.cpr, born_on=put.line.born_on, lines=(words,))


def _fact(line: HandOverLine) -> Fact:
    return Fact(
        name="Det, der er set",
        information_class=InformationClass(line.information_class),
        grade=SourceGrade(line.grade),
        observed_on=line.seen_on,
    )
