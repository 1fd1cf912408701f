"""A file whose ground was taken back or put right is judged anew: kept on an own ground, or closed; both are logged."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.concerns.models import YoungPerson
from rundbord.concerns.queries.grounds import ground_of
from rundbord.concerns.rules.grounds import GroundStanding


def judge_ground(person: YoungPerson, before: GroundStanding, *, is_kept: bool, by: Actor) -> None:
    """Log that a file that had to be judged is kept on a ground that stands, or that it is closed."""
    by.must(Permission.WORK_CONCERNS)
    if before.wants_judgement and not (is_kept and ground_of(person).wants_judgement):
        audit.record(Event.GROUND_JUDGED, about=person, by=by, details={"before": before.value, "kept": is_kept})
