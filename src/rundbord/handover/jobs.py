"""Work of the worker: a list that closed is cleared away elsewhere, and no list outlives its meeting's day."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from rundbord.access.actor import system_of
from rundbord.access.session import acting_for
from rundbord.handover.actions import clear_left_over, clear_questions, close_lists_left_open, forget_given_names
from rundbord.handover.actions.close_list import CLEAR
from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace


@app.task(name=CLEAR, retry=TRY_AGAIN)
def clear(*, authority_id: str, list_id: str) -> None:
    """Clear in the asked authority's own name."""
    actor = system_of(UUID(authority_id))
    with acting_for(actor):
        clear_questions(UUID(list_id), by=actor)


@app.periodic(cron="*/10 * * * *")
@app.task(name="rundbord.handover.close_lists", retry=TRY_AGAIN)
def close_after_meetings(timestamp: int) -> None:
    """Close lists of meetings that have ended; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: close_lists_left_open(by=actor))


@app.periodic(cron="15 0 * * *")
@app.task(name="rundbord.handover.clear_left_over", retry=TRY_AGAIN)
def clear_after_the_day(timestamp: int) -> None:
    """Take what a day left behind, each authority in turn."""
    for_each_authority(lambda actor: clear_left_over(by=actor))
    for_each_authority(lambda actor: forget_given_names(by=actor))
