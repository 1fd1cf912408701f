"""Two visits to one family: which approved plan may be asked about in which round of *who else?* (ADR 0027)."""

from __future__ import annotations

from datetime import datetime, timedelta

# All that is asked in one round lies within one fortnight, the one after its answer.
FORTNIGHT = timedelta(days=14)


def is_within(planned_for: datetime, closes_at: datetime) -> bool:
    """Tell whether a visit lies in the fortnight after a round closes: before it, the answer would come too late."""
    return closes_at < planned_for <= closes_at + FORTNIGHT


def objections_to_asking(planned_for: datetime | None, closes_at: datetime) -> list[str]:
    """Give every reason not to ask; none of them depends on what another authority plans."""
    if planned_for is None:
        return ["Besøget er ikke planlagt. Planlæg en tid, når begge har sagt ja, og spørg så."]
    if not is_within(planned_for, closes_at):
        return ["Besøget ligger ikke i de fjorten dage, efter at runden lukker. Så kan den ikke svare i tide."]
    return []
