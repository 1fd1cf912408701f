"""Disclose — giv videre: judge once for all recipients, then write one row to each of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_key
from rundbord.sharing.actions.hand_over import Words, hand_over
from rundbord.sharing.models import Disclosure, ReceivedDisclosure
from rundbord.sharing.rules.content import Content, as_text
from rundbord.sharing.rules.handling import Handling, handling_of
from rundbord.sharing.rules.judging import objections_to
from rundbord.sharing.rules.outsiders import can_be_carried_out_here
from rundbord.sharing.rules.proposals import Proposal, Recipient
from rundbord.sharing.vocabulary import LegalBasis


@dataclass(frozen=True, kw_only=True)
class Addressee:
    """One recipient of the proposal, and where its copy goes: to a unit, or to somebody outside by name."""

    recipient: Recipient
    unit: Unit | None = None
    outside_name: str = ""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is told of whom, to whom. `about_id` and `data_key_id` are the sender's own; lines follow the facts judged.

    `readers` narrows who reads the sender's copy; empty for the sending unit. With `asks` it is a request, whose
    content is nothing but who it is about.
    """

    content: Content
    about_id: UUID
    data_key_id: UUID
    addressees: tuple[Addressee, ...]
    readers: tuple[UUID, ...] = ()
    asks: tuple[str, ...] = ()
    answer_by: date | None = None
    in_answer_to: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class _Act:
    """One act of telling: all its rows bear the same moment; `asked_from` is the unit that it answers."""

    proposal: Proposal
    told: Told
    handling: Handling
    key: OpenKey
    asked_from: UUID | None
    at: datetime = field(default_factory=timezone.now)


def disclose(proposal: Proposal, told: Told, *, by: Actor) -> list[Disclosure]:
    """Tell every recipient, or nobody: raise Refused with all objections at once."""
    by.must(Permission.DISCLOSE)
    basis = _accepted(proposal, told)
    act = _Act(
        proposal=proposal,
        told=told,
        handling=handling_of(proposal, basis),
        key=open_key(told.data_key_id),
        asked_from=_asked_from(told.in_answer_to),
    )
    return [_tell(each, act, by=by) for each in told.addressees]


def _accepted(proposal: Proposal, told: Told) -> LegalBasis:
    """Give the basis of a proposal that nothing stands against, and that judges just what is told to just whom."""
    if objections := objections_to(proposal):
        raise Refused([f"{each.sentence} ({each.paragraph})" for each in objections])
    judged = [] if told.asks else [fact.information_class for fact in proposal.facts]
    if judged != [line.information_class for line in told.content.lines]:
        raise ValueError("what is told is not what was judged")
    if proposal.recipients != tuple(each.recipient for each in told.addressees):
        raise ValueError("who is told is not who was judged")
    if proposal.basis is None or not can_be_carried_out_here(proposal.basis):
        raise Refused({"basis": ["Efter denne hjemmel sendes oplysningerne ikke herfra."]})
    return proposal.basis


def _tell(to: Addressee, act: _Act, *, by: Actor) -> Disclosure:
    row = _own_row(to, act, by=by)
    words = Words(content=as_text(act.told.content), necessity=act.proposal.necessity)
    row.content = act.key.seal(words.content, at=place_of(row, "content"))
    row.necessity = act.key.seal(words.necessity, at=place_of(row, "necessity"))
    if to.unit is None:
        row.outside_name = act.key.seal(to.outside_name, at=place_of(row, "outside_name"))
    row.save(force_insert=True)
    audit.record(
        Event.INFORMATION_ASKED if row.asks else Event.DISCLOSED,
        about=row,
        by=by,
        details={"recipient": str(row.recipient_unit_id or "outside"), "lines": len(act.told.content.lines)},
    )
    if to.unit is not None:
        hand_over(row, words, functions=to.recipient.readers, by=by)
    return row


def _own_row(to: Addressee, act: _Act, *, by: Actor) -> Disclosure:
    proposal, told, handling = act.proposal, act.told, act.handling
    if by.unit_id is None:
        raise Refused("Du arbejder ikke i en enhed og kan ikke give noget videre.")
    return Disclosure(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=by.unit_id,
        readers=list(told.readers),
        about_id=told.about_id,
        data_key_id=told.data_key_id,
        recipient_id=to.unit.authority_id if to.unit else None,
        recipient_unit=to.unit,
        recipient_capacity=to.recipient.capacity.value,
        basis=str(proposal.basis),
        purpose=proposal.purpose.value,
        role=proposal.subject.role.value if proposal.subject else "",
        classes=told.content.classes,
        conditions=[each.value for each in handling.conditions],
        expires_on=handling.ends_on,
        due_on=handling.due_on,
        asks=list(told.asks),
        answer_by=told.answer_by,
        in_answer_to=told.in_answer_to if to.unit is not None and to.unit.pk == act.asked_from else None,
        rests_on=_consent_of(proposal),
        told_at=act.at,
        written_by=by.user_id,
        written_label=f"{by.user_name}, {by.user_title}",
    )


def _asked_from(request_id: UUID | None) -> UUID | None:
    """Give the unit that asked: whoever else is told in the same act gets no answer, since they asked nothing."""
    if request_id is None:
        return None
    asked = ReceivedDisclosure.objects.filter(disclosure_id=request_id).exclude(asks=[])
    return asked.values_list("sender_unit_id", flat=True).first()


def _consent_of(proposal: Proposal) -> UUID | None:
    """Give the consent that a proposal rests on, so that its withdrawal takes back what was told."""
    rests_on_consent = proposal.basis is not None and proposal.basis.is_consent
    return proposal.consent.key if rests_on_consent and proposal.consent else None
