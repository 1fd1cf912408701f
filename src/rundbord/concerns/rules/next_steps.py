"""What a concern waits for next, and until when: a day that somebody answers for, and not far away."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

FARTHEST = timedelta(days=90)


def objections_to_next_step(*, step: str, on: date | None, today: date) -> Mapping[str, list[str]]:
    """Give every reason why this is no next step, by field; today is soon enough, and three months are the end."""
    found: dict[str, list[str]] = {}
    if not step:
        found["step"] = ["Vælg, hvad der skal ske nu."]
    if on is None or not today <= on <= today + FARTHEST:
        found["on"] = ["Vælg en dag fra i dag til højst tre måneder frem."]
    return found
