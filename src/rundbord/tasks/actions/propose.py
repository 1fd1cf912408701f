"""Putting a decision to a forum between its meetings."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.partnership.models import Forum
from rundbord.tasks import queries
from rundbord.tasks.actions.decide import Decision
from rundbord.tasks.models import Proposal
from rundbord.tasks.rules import Asked, Ballot, objections_to_decision, objections_to_proposal
from rundbord.tasks.vocabulary import Counting


@dataclass(frozen=True, kw_only=True)
class Clock:
    """How many must answer, counted in what, and until when."""

    counts: Counting
    quorum: int
    closes_at: datetime


def propose(decision: Decision, forum: Forum, clock: Clock, *, overridden: Collection[str] = (), by: Actor) -> Proposal:
    """Write the proposal and tell every unit that is asked."""
    by.must(Permission.DECIDE)
    asked = queries.asked_in(forum)
    if objections := _objections(decision, clock, asked, by):
        raise Refused(objections)
    proposal = Proposal.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=cast(UUID, by.unit_id),
        forum=forum,
        what=decision.what,
        why=decision.why,
        alternatives=decision.alternatives,
        basis=decision.basis,
        area=decision.area,
        owner=decision.owner,
        due_on=decision.due_on,
        review_on=decision.review_on,
        proposed_at=timezone.now(),
        **vars(clock),
    )
    audit.record(Event.PROPOSED, about=proposal, by=by, details={"asked": len(asked), "quorum": clock.quorum})
    audit.record_overriding(overridden, about=proposal, by=by)
    notify(NoticeKind.PROPOSAL_ASKED, path_of(proposal), those_asked(asked, by), by=by)
    return proposal


def path_of(proposal: Proposal) -> str:
    """Give the address of a proposal."""
    return reverse("tasks:show_proposal", args=[proposal.pk])


def those_asked(asked: Collection[Asked], by: Actor) -> list[Recipient]:
    """Give those who may answer in each unit whose authority is at the table."""
    fellows = queries.authorities_at_table(by)
    return [
        recipient
        for each in asked
        if each.authority_id in fellows
        for recipient in Recipient.whoever_may(
            Permission.TAKE_PART, authority_id=each.authority_id, unit_id=each.unit_id
        )
    ]


def _objections(decision: Decision, clock: Clock, asked: list[Asked], by: Actor) -> dict[str, list[str]]:
    ballot = Ballot(asked=asked, answers={}, counts=clock.counts, quorum=clock.quorum)
    last_day = timezone.localdate(clock.closes_at)
    objections = objections_to_decision(
        due_on=decision.due_on,
        review_on=decision.review_on,
        today=timezone.localdate(),
        is_owner_at_table=decision.owner.authority_id in {each.authority_id for each in asked},
    )
    if by.unit_id not in {each.unit_id for each in asked}:
        objections["forum"] = [
            "Din enhed har ingen plads i forummet. Bed en enhed med en plads om at stille forslaget."
        ]
    if decision.due_on < last_day:
        objections.setdefault("due_on", []).append("Opgavens frist ligger før svarfristen. Vælg en senere dag.")
    return objections | objections_to_proposal(ballot, closes_at=clock.closes_at, now=timezone.now())
