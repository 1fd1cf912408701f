"""What the two pages of telling others show alike: objections at once, bases that would hold, and who would read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import Http404

from rundbord.access.actor import Actor
from rundbord.concerns.queries.proposals import Proposed
from rundbord.identity.vocabulary import Regime
from rundbord.sharing import queries as sharing
from rundbord.sharing.rules.bases import BASES
from rundbord.sharing.rules.handling import handling_of, wants_named_readers
from rundbord.sharing.rules.judging import objections_to
from rundbord.sharing.rules.objections import Objection
from rundbord.sharing.rules.outsiders import can_be_carried_out_here, secrecy_order
from rundbord.sharing.rules.proposing import Candidate, propose_basis
from rundbord.sharing.vocabulary import InformationClass, LegalBasis, Requirement

LOOK, SEND, EDIT, USE = "se", "giv", "ret", "brug"


@dataclass(frozen=True, kw_only=True)
class Reader:
    """One recipient and who there would read it; `count` is None outside the system."""

    name: str
    count: int | None


@dataclass(frozen=True, kw_only=True)
class Weighed:
    """A proposal with all that stands against it and, if nothing does, what would follow."""

    objections: list[Objection]
    would_hold: tuple[Candidate, ...]
    needs: tuple[Requirement, ...]
    asks_readers: bool
    asks_ground: bool
    basis: LegalBasis | None

    @property
    def row(self) -> object:
        """Give the chosen basis."""
        return BASES[self.basis] if self.basis else None


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """What would follow if it were done."""

    readers: list[Reader]
    conditions: list[str]
    ends_on: date | None
    due_on: date | None
    banner: str
    secrecy: tuple[str, ...]
    paragraph: str
    names_wanted: bool


def must_work_in_a_unit(actor: Actor) -> None:
    """A unit tells and is told: whoever works in none has no such page."""
    if actor.unit_id is None:
        raise Http404


def weighed(put: Proposed) -> Weighed:
    """Judge a proposal, and say which bases would carry it: the narrowest first."""
    proposal = put.proposal
    basis = proposal.basis
    bases = propose_basis(proposal).would_hold if proposal.facts and proposal.recipients else ()
    is_offence = proposal.holds(InformationClass.OFFENCE)
    return Weighed(
        objections=objections_to(proposal),
        would_hold=tuple(each for each in bases if can_be_carried_out_here(each.basis)),
        needs=_needs(basis),
        asks_readers=wants_named_readers(proposal) and bool(put.units),
        asks_ground=is_offence and proposal.sender.regime == Regime.GDPR,
        basis=basis,
    )


def ahead(put: Proposed, *, functions: Iterable[str]) -> Ahead:
    """Tell who would read it, under which conditions, and until when."""
    proposal = put.proposal
    assert proposal.basis is not None  # noqa: S101 — nothing stands against it
    handling = handling_of(proposal, proposal.basis)
    wanted = functions if wants_named_readers(proposal) else ()
    counted = sharing.readers_in([each.unit for each in put.units], functions=wanted)
    readers = [Reader(name=each.name, count=counted.get(each.unit.pk, 0)) for each in put.units]
    outside = [Reader(name=f"{name}, {recipient.capacity.label}", count=None) for recipient, name in put.outsiders]
    return Ahead(
        readers=[*readers, *outside],
        conditions=[each.label for each in handling.conditions],
        ends_on=handling.ends_on,
        due_on=handling.due_on,
        banner=handling.banner,
        secrecy=secrecy_order(proposal.basis),
        paragraph=BASES[proposal.basis].paragraph,
        names_wanted=wants_named_readers(proposal),
    )


def _needs(basis: LegalBasis | None) -> tuple[Requirement, ...]:
    if basis is None:
        return ()
    extra = (Requirement.SPECIAL_CASE,) if basis == LegalBasis.EARLY_HELP else ()
    return (*BASES[basis].needs, *extra)
