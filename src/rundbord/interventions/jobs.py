"""Work of each hour: words of an underretning that were printed a day ago are destroyed; of the night: exits go."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.interventions.actions import (
    delete_joint_visits,
    destroy_printed_words,
    give_back_forgotten_places,
    remind_of_clocks,
)
from rundbord.interventions.actions.exits import delete_gone_cases, erase_exit_copies
from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace


@app.periodic(cron="40 * * * *")
@app.task(name="rundbord.interventions.destroy_printed_words", retry=TRY_AGAIN)
def destroy_what_was_printed(timestamp: int) -> None:
    """Destroy for each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_authority(lambda actor: destroy_printed_words(by=actor))


@app.periodic(cron="50 1 * * *")
@app.task(name="rundbord.interventions.delete_exit_cases", retry=TRY_AGAIN)
def delete_exit_cases(timestamp: int) -> None:
    """Delete the exit cases whose day has come, for each authority in turn."""
    for_each_authority(lambda actor: delete_gone_cases(by=actor))


@app.periodic(cron="55 0 * * *")
@app.task(name="rundbord.interventions.erase_exit_copies", retry=TRY_AGAIN)
def erase_copies_in_exit(timestamp: int) -> None:
    """Destroy what exit coordinators were told and that was taken back or is over, for each authority in turn."""
    for_each_authority(lambda actor: erase_exit_copies(by=actor))


@app.periodic(cron="55 1 * * *")
@app.task(name="rundbord.interventions.delete_joint_visits", retry=TRY_AGAIN)
def delete_old_joint_visits(timestamp: int) -> None:
    """Delete for each authority what it asked for; `timestamp` is the queue's own, in Unix seconds."""
    for_each_authority(lambda actor: delete_joint_visits(by=actor))


@app.periodic(cron="5 2 * * *")
@app.task(name="rundbord.interventions.give_back_places", retry=TRY_AGAIN)
def give_back_places(timestamp: int) -> None:
    """Free after the files were forgotten what is still held in them; at each table in turn."""
    for_each_workplace(lambda actor: give_back_forgotten_places(by=actor))


@app.periodic(cron="50 6 * * *")
@app.task(name="rundbord.interventions.remind_of_clocks", retry=TRY_AGAIN)
def remind_of_what_is_due(timestamp: int) -> None:
    """Remind each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind_of_clocks(by=actor))
