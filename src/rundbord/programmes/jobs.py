"""Work of the night: names whose day has passed go, and what training ends soon is told."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace
from rundbord.programmes.actions import forget_participants, remind_of_training


@app.periodic(cron="50 1 * * *")
@app.task(name="rundbord.programmes.forget_participants", retry=TRY_AGAIN)
def forget_old_participants(timestamp: int) -> None:
    """Forget for each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_authority(lambda actor: forget_participants(by=actor))


@app.periodic(cron="20 5 * * *")
@app.task(name="rundbord.programmes.remind_of_training", retry=TRY_AGAIN)
def remind_of_trainings(timestamp: int) -> None:
    """Remind each authority in turn, at its first table."""
    for_each_workplace(lambda actor: remind_of_training(by=actor))
