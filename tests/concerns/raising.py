"""What is typed into the form of a new concern: obviously invented, with a replacement CPR number."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

CPR = "610112-4321"
WORDS = "Stod ved kiosken med to ældre unge sent tirsdag."


def typed(**changes: Any) -> dict[str, Any]:
    """Give all that the form asks for."""
    today = timezone.localdate().isoformat()
    return {
        "name": "Ung Eksempel",
        "role": "concern",
        "grounds": ["own_relation"],
        "level": "1",
        "observed_on": today,
        "grade": "seen",
        "seen": WORDS,
        "notice_state": "given",
        "manner": "talk",
        "given_on": today,
        **changes,
    }
