"""Work of every hour: units learn which conflicts wait to be looked through, and which have long been quiet."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.conflicts.actions import remind_of_conflicts
from rundbord.notices.jobs import TRY_AGAIN, for_each_workplace


@app.periodic(cron="20 * * * *")
@app.task(name="rundbord.conflicts.remind_of_conflicts", retry=TRY_AGAIN)
def remind_units(timestamp: int) -> None:
    """Remind the units of each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind_of_conflicts(by=actor))
