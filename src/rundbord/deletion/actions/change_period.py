"""Changing a period: one person proposes, another, who answers for deletion, decides (security T22)."""

from __future__ import annotations

from collections.abc import Collection

from django.urls import reverse
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.access.roles import Role
from rundbord.audit import Event
from rundbord.deletion.models import PeriodDecision, PeriodProposal
from rundbord.deletion.queries.periods import days_of, longest_of
from rundbord.deletion.rules.approving import objections_to_deciding, objections_to_period
from rundbord.deletion.rules.catalogue import RULES
from rundbord.notices.actions import Recipient, notify
from rundbord.notices.vocabulary import NoticeKind

DECIDED = {"period_decided_once": {"note": "En anden har netop afgjort forslaget."}}
_WAITS = "Der venter allerede et forslag om den regel. Det skal afgøres først."


def propose_period(
    key: str, days: int | None, *, reason: str, overridden: Collection[str] = (), by: Actor
) -> PeriodProposal:
    """Propose another number of days for one rule; nothing changes before somebody else has approved it."""
    by.must(Permission.PROPOSE_RETENTION)
    rule = RULES.get(key)
    now, longest = (days_of(key, by.authority_id), longest_of(rule)) if rule else (0, 0)
    objections = objections_to_period(rule, days, now=now, longest=longest, reason=reason)
    if objections or days is None:
        raise Refused(objections)
    if PeriodProposal.objects.filter(authority_id=by.authority_id, rule=key, decisions=None).exists():
        raise Refused(_WAITS)
    proposal = PeriodProposal(
        authority_id=by.authority_id,
        rule=key,
        days=days,
        reason=reason.strip(),
        said_at=timezone.now(),
        said_by=by.user_id,
        said_label=by.user_name,
    )
    proposal.save(force_insert=True)
    audit.record(Event.PERIOD_PROPOSED, about=proposal, by=by, details={"rule": key, "days": days})
    audit.record_overriding(overridden, about=proposal, by=by)
    _tell_officers(by)
    return proposal


def decide_period(
    proposal: PeriodProposal, *, is_approved: bool, note: str = "", overridden: Collection[str] = (), by: Actor
) -> PeriodDecision:
    """Say yes or no to what somebody else proposed; a yes is in force at once."""
    by.must(Permission.CONTROL_DELETION)
    objections = objections_to_deciding(
        proposed_by=proposal.said_by,
        decided_by=by.user_id,
        is_decided=PeriodDecision.objects.filter(proposal=proposal).exists(),
        note=note,
        approves=is_approved,
    )
    if objections:
        raise Refused(objections)
    decision = PeriodDecision(
        authority_id=by.authority_id,
        proposal=proposal,
        is_approved=is_approved,
        note=note.strip(),
        said_at=timezone.now(),
        said_by=by.user_id,
        said_label=by.user_name,
    )
    with refusing_collisions(DECIDED):
        decision.save(force_insert=True)
    told: dict[str, str | int] = {"rule": proposal.rule, "days": proposal.days, "is_approved": is_approved}
    audit.record(Event.PERIOD_DECIDED, about=decision, by=by, details=told)
    audit.record_overriding(overridden, about=decision, by=by)
    return decision


def _tell_officers(by: Actor) -> None:
    if by.partnership_id is not None:
        officers = Recipient(authority_id=by.authority_id, role=Role.DPO.value)
        notify(NoticeKind.PERIOD_WAITS, reverse("deletion:rules"), [officers], by=by)
