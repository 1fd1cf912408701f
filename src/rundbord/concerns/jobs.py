"""Work of the night: files whose time is up go. Of the morning: who is responsible hears what waits."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.concerns.actions import (
    bring_forward,
    call_in_copies_of_files,
    forget_attachments,
    forget_facts,
    forget_files,
    forget_look_ups,
    remind_of_files,
    remind_of_last_days,
    withdraw_left_over,
)
from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace


@app.periodic(cron="40 1 * * *")
@app.task(name="rundbord.concerns.forget_files", retry=TRY_AGAIN)
def forget_old_files(timestamp: int) -> None:
    """Forget for each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_authority(lambda actor: bring_forward(by=actor))
    for_each_workplace(lambda actor: call_in_copies_of_files(by=actor))
    for_each_authority(lambda actor: forget_files(by=actor))
    for_each_authority(lambda actor: forget_facts(by=actor))
    for_each_authority(lambda actor: forget_attachments(by=actor))
    for_each_authority(lambda actor: forget_look_ups(by=actor))


@app.periodic(cron="50 5 * * *")
@app.task(name="rundbord.concerns.remind_of_files", retry=TRY_AGAIN)
def remind_of_what_waits(timestamp: int) -> None:
    """Remind each authority in turn at each of its tables."""
    for_each_workplace(lambda actor: remind_of_files(by=actor))
    for_each_workplace(lambda actor: remind_of_last_days(by=actor))


@app.periodic(cron="20 0 * * *")
@app.task(name="rundbord.concerns.withdraw_left_over", retry=TRY_AGAIN)
def take_back_without_consent(timestamp: int) -> None:
    """Take back for each authority in turn, at each of its tables, what rested on a withdrawn consent."""
    for_each_workplace(lambda actor: withdraw_left_over(by=actor))
