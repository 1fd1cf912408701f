"""Rows of deletion, written as the owner."""

from __future__ import annotations

from django.utils import timezone

from rundbord.deletion.models import PeriodDecision, PeriodProposal
from rundbord.identity.models import Authority, User
from tests.database import as_owner

WHY = "Vi har ikke brug for ordene så længe."


def proposal_of(authority: Authority, by: User, *, rule: str = "file_closed", days: int = 180) -> PeriodProposal:
    """Propose a shorter period."""
    with as_owner():
        return PeriodProposal.objects.create(
            authority=authority,
            rule=rule,
            days=days,
            reason=WHY,
            said_at=timezone.now(),
            said_by=by.pk,
            said_label=by.name,
        )


def approved(authority: Authority, by: User, officer: User, *, rule: str = "file_closed", days: int = 180) -> None:
    """Let a shorter period be in force."""
    proposal = proposal_of(authority, by, rule=rule, days=days)
    with as_owner():
        PeriodDecision.objects.create(
            authority=authority,
            proposal=proposal,
            is_approved=True,
            said_at=timezone.now(),
            said_by=officer.pk,
            said_label=officer.name,
        )
