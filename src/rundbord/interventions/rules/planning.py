"""What speaks against planning a step for a time."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta

from rundbord.interventions.rules.kinds import Step
from rundbord.interventions.rules.taking import Around, Objections, objections_of_age, objections_to_contact
from rundbord.partnership.rules.danish_days import danish_day

_FAR = timedelta(days=180)


def objections_to_plan(step: Step, planned_for: datetime, around: Around, *, is_over: bool = False) -> Objections:
    """Give every reason not to plan it; empty when it may stand."""
    found: Objections = defaultdict(list)
    current = around.course.next_step
    if is_over or current is None or current.key != step.key or not step.is_planned:
        found[""].append("Skridtet kan ikke planlægges nu. Se, hvordan indsatsen står.")
    found[""] += objections_to_contact(step, around)
    found[""] += objections_of_age(around)
    earliest = around.course.earliest(step)
    if planned_for <= around.now:
        found["planned_for"].append("Tidspunktet er gået.")
    elif planned_for > around.now + _FAR:
        found["planned_for"].append("Vælg en dag inden for et halvt år.")
    elif earliest is not None and planned_for < earliest:
        found["planned_for"].append(
            f"Det er for tidligt: vent til efter {danish_day(earliest):%d.%m.%Y}. Det er aftalt lokalt."
        )
    return {name: sentences for name, sentences in found.items() if sentences}
