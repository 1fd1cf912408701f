"""When minutes are ready to be fixed: every seat that was filled has answered, or has had its days."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from rundbord.meetings.vocabulary import MeetingState, Verdict

DAYS_TO_ANSWER = 7


def objections_to_approving(
    state: MeetingState, *, is_fixed: bool, verdict: Verdict, remark: str
) -> dict[str, list[str]]:
    """Give every reason why a seat cannot answer."""
    if is_fixed:
        return {"": ["Referatet er fastlåst. Tag bemærkningen op på næste møde."]}
    if state != MeetingState.ENDED:
        return {"": ["Mødet er ikke slut endnu."]}
    if verdict == Verdict.OBJECTED and not remark.strip():
        return {"remark": ["Skriv, hvad der skal stå anderledes."]}
    return {}


def objections_to_fixing(
    *,
    state: MeetingState,
    ended_at: datetime | None,
    is_fixed: bool,
    filled: Collection[UUID],
    answered: Collection[UUID],
    now: datetime,
) -> list[str]:
    """Give every reason why the minutes cannot be fixed yet; `filled` and `answered` are seats."""
    if is_fixed:
        return ["Referatet er allerede fastlåst."]
    if state != MeetingState.ENDED or ended_at is None:
        return ["Mødet er ikke slut endnu."]
    missing = set(filled) - set(answered)
    if missing and now < ended_at + timedelta(days=DAYS_TO_ANSWER):
        seats = "1 plads mangler" if len(missing) == 1 else f"{len(missing)} pladser mangler"
        return [
            f"{seats} at svare. Referatet kan fastlåses, når alle har svaret, eller {DAYS_TO_ANSWER} dage efter mødet."
        ]
    return []
