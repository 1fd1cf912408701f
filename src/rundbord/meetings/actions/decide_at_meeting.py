"""Deciding at a meeting: a task of the forum, with the meeting and the item that it was taken under."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from rundbord.access.actor import Actor
from rundbord.identity.models import Unit
from rundbord.meetings.actions.leading import must_be_open
from rundbord.meetings.models import AgendaItem, Meeting
from rundbord.tasks import actions as tasks
from rundbord.tasks.models import Task


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What was decided, who does it and by when; `item` is what was spoken of."""

    what: str
    owner: Unit
    due_on: date
    why: str = ""
    review_on: date | None = None
    item: AgendaItem | None = None


def decide_at_meeting(meeting: Meeting, taken: Taken, *, overridden: Collection[str] = (), by: Actor) -> Task:
    """Give the unit its task; the picture that the meeting rests on stands beside it."""
    must_be_open(meeting)
    decision = tasks.Decision(
        what=taken.what,
        owner=taken.owner,
        due_on=taken.due_on,
        why=taken.why,
        review_on=taken.review_on,
        forum=meeting.forum,
        meeting_id=meeting.pk,
        item_id=taken.item.pk if taken.item else None,
        picture_id=meeting.picture_id,
        picture_number=meeting.picture_number,
    )
    return tasks.decide(decision, overridden=overridden, by=by)
