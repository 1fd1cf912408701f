"""What has become of an incident since the picture in which readers last saw it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rundbord.situation.rules.period import Period
from rundbord.situation.vocabulary import Change


@dataclass(frozen=True, kw_only=True)
class Course:
    """How an incident stands now, and the version in which it last stood in a picture (None: never)."""

    version_shown: int | None
    was_closed_when_shown: bool
    version: int
    changed_at: datetime
    closed_at: datetime | None
    withdrawn_at: datetime | None


def change_of(course: Course, *, period: Period) -> Change | None:
    """Name the change that the picture of this period tells; None when it has nothing to tell."""
    if course.version_shown is None:
        return None if course.withdrawn_at else Change.NEW
    if course.withdrawn_at:
        return Change.WITHDRAWN if period.holds(course.withdrawn_at) else None
    if course.closed_at and not course.was_closed_when_shown and course.closed_at <= period.ends_at:
        return Change.CLOSED
    # By version and not by time alone: what was saved in the very second of publishing is told in the next picture.
    is_changed = course.version != course.version_shown or period.holds(course.changed_at)
    return Change.CHANGED if is_changed else None
