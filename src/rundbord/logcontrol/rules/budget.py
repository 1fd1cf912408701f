"""How many persons somebody may read about: the bounds of a choice, and what is wrong with one."""

from __future__ import annotations

# Wider than this a limit stops nothing that a person can do by hand.
MOST_PER_HOUR, MOST_PER_DAY = 400, 2000
LEAST_PER_HOUR, LEAST_PER_DAY = 5, 10


def objections_to_limit(*, per_hour: int, per_day: int, reason: str) -> dict[str, list[str]]:
    """Give every objection, by the field of the form that it is about."""
    wrong: dict[str, list[str]] = {}
    if not LEAST_PER_HOUR <= per_hour <= MOST_PER_HOUR:
        wrong["per_hour"] = [f"Vælg mellem {LEAST_PER_HOUR} og {MOST_PER_HOUR} på en time."]
    if not LEAST_PER_DAY <= per_day <= MOST_PER_DAY:
        wrong["per_day"] = [f"Vælg mellem {LEAST_PER_DAY} og {MOST_PER_DAY} på et døgn."]
    elif per_day < per_hour:
        wrong["per_day"] = ["Et døgn skal mindst kunne rumme, hvad en time kan."]
    if not reason.strip():
        wrong["reason"] = ["Skriv, hvorfor grænsen skal være en anden."]
    return wrong
