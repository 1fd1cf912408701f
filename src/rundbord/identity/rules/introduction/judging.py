"""When the introduction is passed, and how long that counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from rundbord.identity.rules.introduction.situations import SITUATIONS

# Year and month of the text. A new text that says something else sets both: then everybody reads it again.
VERSION = "2026-11"
OLDEST_THAT_COUNTS = "2026-11"
REMIND_BEFORE = timedelta(days=30)
NO_ANSWER = "Vælg et svar."


def explanations_of_wrong(answers: Mapping[str, str]) -> dict[str, list[str]]:
    """Explain each situation that was answered wrongly or not at all, by its name; empty when all are right."""
    wrong: dict[str, list[str]] = {}
    for situation in SITUATIONS:
        chosen = next((each for each in situation.answers if each.key == answers.get(situation.key)), None)
        if chosen is None:
            wrong[situation.key] = [NO_ANSWER]
        elif not chosen.is_right:
            wrong[situation.key] = [f"{chosen.why} ({chosen.law})"]
    return wrong


def introduction_counts(holds_until: date | None, *, today: date) -> bool:
    """Tell whether a pass counts on a Danish calendar day; the last day counts."""
    return holds_until is not None and today <= holds_until


def is_about_to_end(holds_until: date | None, *, today: date) -> bool:
    """Tell whether a pass that counts ends within the days in which one is reminded."""
    return (
        introduction_counts(holds_until, today=today)
        and holds_until is not None
        and holds_until - today <= REMIND_BEFORE
    )
