"""Which invitations can still be answered."""

from __future__ import annotations

ANSWERED = "Invitationen er trukket tilbage eller allerede besvaret."
UNIT_CLOSED = "Enheden er lukket siden. Bed den, der inviterede, om en ny invitation."


def objections_to_accepting(*, is_waiting: bool, is_unit_closed: bool) -> list[str]:
    """Every reason why an invitation cannot be accepted."""
    checks = {ANSWERED: not is_waiting, UNIT_CLOSED: is_waiting and is_unit_closed}
    return [sentence for sentence, applies in checks.items() if applies]


def objections_to_declining(*, is_waiting: bool) -> list[str]:
    """Every reason why an invitation cannot be declined."""
    return [] if is_waiting else [ANSWERED]
