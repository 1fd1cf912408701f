"""Proposals to the forums in which one sits, and what units have answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Forum, ForumSeat
from rundbord.partnership.queries import seats_of
from rundbord.partnership.vocabulary import SeatRole
from rundbord.tasks.models import Proposal, ProposalAnswer
from rundbord.tasks.rules import Asked, Ballot
from rundbord.tasks.vocabulary import Answer, Counting, ProposalResult
from rundbord.vocabulary import label_of
from rundbord.web.keyset import keyset_page

PAGE_SIZE = 30
_NO_UNIT = UUID(int=0)


@dataclass(frozen=True, kw_only=True)
class ProposalRow:
    """A proposal as a list shows it; `waits` for the own unit's answer."""

    proposal: Proposal
    waits: bool
    result: str


@dataclass(frozen=True, kw_only=True)
class ProposalPage:
    """A page of proposals and the cursors beside it."""

    rows: list[ProposalRow]
    before: str
    after: str


def proposal_page(actor: Actor, *, after: str = "", before: str = "") -> ProposalPage:
    """Give proposals, the newest first."""
    shown = keyset_page(
        _here(actor).select_related("forum", "unit", "owner"),
        order=("-proposed_at", "-id"),
        after=after,
        before=before,
        size=PAGE_SIZE,
    )
    waiting = set(waiting_for(actor).filter(pk__in=[each.pk for each in shown.rows]).values_list("pk", flat=True))
    rows = [
        ProposalRow(proposal=each, waits=each.pk in waiting, result=label_of(ProposalResult, each.result))
        for each in shown.rows
    ]
    return ProposalPage(rows=rows, before=shown.before, after=shown.after)


def waiting_for(actor: Actor) -> QuerySet[Proposal]:
    """Narrow to proposals that the actor's unit is asked about and has not answered."""
    today, unit_id = timezone.localdate(), actor.unit_id or _NO_UNIT
    seat = ForumSeat.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today), forum=OuterRef("forum"), unit_id=unit_id, starts_on__lte=today
    ).exclude(role=SeatRole.GUEST)
    answered = ProposalAnswer.objects.filter(proposal=OuterRef("pk"), unit_id=unit_id)
    still = _here(actor).filter(settled_at=None, closes_at__gt=timezone.now())
    return still.filter(Exists(seat), ~Exists(answered))


def proposal_of(proposal_id: UUID) -> Proposal:
    """Find one proposal; without a seat in its forum there is none."""
    named = Proposal.objects.select_related("forum", "unit__authority", "owner__authority", "area", "task")
    proposal = named.filter(pk=proposal_id).first()
    if proposal is None:
        raise Http404
    return proposal


def answers_to(proposal: Proposal) -> list[ProposalAnswer]:
    """List the answers in their order, each with its label."""
    answers = ProposalAnswer.objects.filter(proposal=proposal).select_related("unit__authority").order_by("at", "id")
    for answer in answers:
        answer.label = label_of(Answer, answer.answer)  # type: ignore[attr-defined]
    return list(answers)


def asked_in(forum: Forum) -> list[Asked]:
    """Give the units that decide in a forum today: no guests, and no partners, who take no part in decisions."""
    deciding = [seat for seat in seats_of(forum) if seat.role != SeatRole.GUEST]
    return [
        Asked(unit_id=seat.unit_id, authority_id=seat.authority_id)
        for seat in deciding
        if not AuthorityKind(seat.authority.kind).is_place
    ]


def ballot_of(proposal: Proposal, answers: Sequence[ProposalAnswer]) -> Ballot:
    """Give a proposal as it is judged."""
    return Ballot(
        asked=asked_in(proposal.forum),
        answers={answer.unit_id: Answer(answer.answer) for answer in answers},
        counts=Counting(proposal.counts),
        quorum=proposal.quorum,
    )


def run_out(actor: Actor, *, at: datetime) -> list[Proposal]:
    """List unsettled proposals whose clock has run out: own ones, and others' that nobody settled for a day."""
    ours_or_left = Q(authority_id=actor.authority_id) | Q(closes_at__lte=at - timedelta(days=1))
    over = _here(actor).filter(ours_or_left, settled_at=None, closes_at__lte=at)
    return list(over.order_by("closes_at", "id"))


def _here(actor: Actor) -> QuerySet[Proposal]:
    return Proposal.objects.filter(partnership_id=actor.table_id)
