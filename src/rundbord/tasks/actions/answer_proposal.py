"""Answering a proposal for the own unit, and settling it: by the last answer, or by the clock."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast
from uuid import UUID

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.notices.actions import notify
from rundbord.notices.vocabulary import NoticeKind
from rundbord.tasks import queries
from rundbord.tasks.actions.decide import Decision, give
from rundbord.tasks.actions.propose import path_of, those_asked
from rundbord.tasks.models import Proposal, ProposalAnswer, Task
from rundbord.tasks.rules import objections_to_answer, result_of
from rundbord.tasks.vocabulary import Answer, ProposalResult

_TWICE = {"proposal_answer_once_a_unit": {"": "Din enhed har allerede svaret. Genindlæs siden for at se svaret."}}


def answer_proposal(
    proposal: Proposal, answer: Answer, *, reason: str = "", overridden: Collection[str] = (), by: Actor
) -> ProposalAnswer:
    """Add the unit's answer; the last one that is asked settles the proposal."""
    by.must(Permission.TAKE_PART)
    standing = _held(proposal)
    asked = queries.asked_in(standing.forum)
    if objections := objections_to_answer(
        answer,
        reason=reason,
        is_asked=by.unit_id in {each.unit_id for each in asked},
        is_settled=standing.settled_at is not None,
        is_over=standing.closes_at <= timezone.now(),
    ):
        raise Refused(objections)
    with refusing_collisions(_TWICE):
        given = _add(standing, answer, reason, by)
    audit.record(Event.PROPOSAL_ANSWERED, about=proposal, by=by, details={"answer": answer.value})
    audit.record_overriding(overridden, about=proposal, by=by)
    _settle(standing, is_over=False, by=by)
    return given


def settle_run_out(*, by: Actor) -> int:
    """Settle proposals whose clock has run out, in forums where the authority sits; give how many were."""
    by.must(Permission.SEE_TASKS)
    # Each is held and looked at again: another authority's turn may have settled it in the meantime.
    over = [_held(proposal) for proposal in queries.run_out(by, at=timezone.now())]
    waiting = [proposal for proposal in over if proposal.settled_at is None]
    for proposal in waiting:
        _settle(proposal, is_over=True, by=by)
    return len(waiting)


def _held(proposal: Proposal) -> Proposal:
    """Hold the proposal until the end of the request: of two answers at once the second counts the first."""
    return Proposal.objects.select_for_update(of=("self",)).select_related("forum", "owner", "area").get(pk=proposal.pk)


def _add(proposal: Proposal, answer: Answer, reason: str, by: Actor) -> ProposalAnswer:
    return ProposalAnswer.objects.create(
        partnership_id=by.table,
        authority_id=by.authority_id,
        unit_id=cast(UUID, by.unit_id),
        forum_id=proposal.forum_id,
        proposal=proposal,
        answer=answer.value,
        reason=reason,
        at=timezone.now(),
    )


def _settle(proposal: Proposal, *, is_over: bool, by: Actor) -> None:
    ballot = queries.ballot_of(proposal, queries.answers_to(proposal))
    result = result_of(ballot, is_over=is_over)
    if result is None:
        return
    proposal.task = _task_of(proposal, by) if result == ProposalResult.CARRIED else None
    proposal.result, proposal.settled_at = result.value, timezone.now()
    proposal.save(update_fields=["result", "settled_at", "task"])
    audit.record(Event.PROPOSAL_SETTLED, about=proposal, by=by, details={"result": result.value})
    notify(NoticeKind.PROPOSAL_SETTLED, path_of(proposal), those_asked(ballot.asked, by), by=by)


def _task_of(proposal: Proposal, by: Actor) -> Task:
    """The day of a second look is left out where it has passed while answers were waited for."""
    review_on = proposal.review_on
    decision = Decision(
        what=proposal.what,
        why=proposal.why,
        alternatives=proposal.alternatives,
        basis=proposal.basis,
        area=proposal.area,
        owner=proposal.owner,
        due_on=proposal.due_on,
        review_on=review_on if review_on and review_on > timezone.localdate() else None,
        forum=proposal.forum,
    )
    return give(decision, decided_in=proposal.unit_id, by=by)
