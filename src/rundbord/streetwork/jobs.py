"""Work of every minute: staff not heard from. Of the morning: who maps is reminded. Of the night: old teams go."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace
from rundbord.streetwork.actions import forget_teams, remind_of_check_in, remind_of_mapping


@app.periodic(cron="* * * * *")
@app.task(name="rundbord.streetwork.remind_of_check_in", retry=TRY_AGAIN)
def look_after_teams(timestamp: int) -> None:
    """Look after the teams of each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind_of_check_in(by=actor))


@app.periodic(cron="20 1 * * *")
@app.task(name="rundbord.streetwork.forget_teams", retry=TRY_AGAIN)
def forget_old_teams(timestamp: int) -> None:
    """Delete for each authority in turn."""
    for_each_authority(lambda actor: forget_teams(by=actor))


@app.periodic(cron="20 7 * * *")
@app.task(name="rundbord.streetwork.remind_of_mapping", retry=TRY_AGAIN)
def remind_who_maps(timestamp: int) -> None:
    """Remind each authority in turn of its own areas; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind_of_mapping(by=actor))
