"""When words can be added to a meeting: until its minutes are approved by somebody, and never afterwards."""

from __future__ import annotations

from rundbord.meetings.vocabulary import MeetingState

MOST_LETTERS = 2000


def objections_to_writing(state: MeetingState, *, is_fixed: bool, has_approvals: bool) -> list[str]:
    """Give every reason why nothing can be added to the meeting."""
    if state == MeetingState.CANCELLED:
        return ["Mødet er aflyst."]
    if is_fixed:
        return ["Referatet er fastlåst. Tag det op på næste møde."]
    if has_approvals:
        return ["Nogen har godkendt referatet. Skriv det som en bemærkning, når du godkender."]
    return []
