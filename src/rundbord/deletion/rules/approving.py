"""What an approval covers, how long it stands, and what may be proposed (GDPR article 5, retshåndhævelsesloven § 7)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from rundbord.deletion.rules.rule import Rule
from rundbord.letters import letters_in

REVIEWED_AFTER = timedelta(days=365)
TOLD_BEFORE = timedelta(days=30)
_FEWEST_LETTERS = 20


def fingerprint_of(rules: Iterable[Rule], days: Mapping[str, int]) -> str:
    """Sum up the rules as an officer saw them: another rule, or another period, is not approved."""
    lines = (f"{rule.key}|{days.get(rule.key, rule.days)}|{rule.trigger}|{rule.carried_out_by}" for rule in rules)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def is_due(review_on: date | None, *, is_same: bool, today: date) -> bool:
    """Tell whether the officer must look: never approved, approved as something else, or a year ago."""
    return review_on is None or not is_same or today + TOLD_BEFORE >= review_on


def objections_to_period(
    rule: Rule | None, days: int | None, *, now: int, longest: int, reason: str
) -> dict[str, list[str]]:
    """Give every reason why a period cannot be proposed, by field; shorter is allowed, to a limit."""
    found: dict[str, list[str]] = {}
    if rule is None or not rule.is_changeable:
        return {"": ["Fristen kan ikke ændres her."]}
    if days is None or days < 0:
        found["days"] = ["Skriv et antal dage."]
    elif days > longest:
        found["days"] = [f"Fristen kan højst være {longest} dage."]
    elif days < rule.shortest:
        found["days"] = [f"Fristen skal være mindst {rule.shortest} dage."]
    elif days == now:
        found["days"] = ["Det er fristen nu."]
    if letters_in(reason) < _FEWEST_LETTERS:
        found["reason"] = ["Skriv kort, hvorfor fristen skal være en anden."]
    return found


def objections_to_deciding(
    *, proposed_by: object, decided_by: object, is_decided: bool, note: str, approves: bool
) -> dict[str, list[str]]:
    """Give every reason why a proposal cannot be decided: two persons are needed."""
    found: dict[str, list[str]] = {}
    if is_decided:
        found[""] = ["Forslaget er allerede afgjort."]
    if proposed_by == decided_by:
        found.setdefault("", []).append("Du har selv foreslået fristen. En anden skal godkende den.")
    if not approves and letters_in(note) < _FEWEST_LETTERS:
        found["note"] = ["Skriv kort, hvorfor forslaget afvises."]
    return found
