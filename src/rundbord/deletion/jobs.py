"""Work of the early morning, after the night has deleted: what falls due is written anew, and officers are told."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.deletion.actions import foresee, remind
from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace


@app.periodic(cron="30 3 * * *")
@app.task(name="rundbord.deletion.foresee", retry=TRY_AGAIN)
def foresee_deletions(timestamp: int) -> None:
    """Write for each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_authority(lambda actor: foresee(by=actor))


@app.periodic(cron="45 5 * * *")
@app.task(name="rundbord.deletion.remind", retry=TRY_AGAIN)
def remind_of_rules(timestamp: int) -> None:
    """Remind each authority in turn at each of its tables."""
    for_each_workplace(lambda actor: remind(by=actor))
