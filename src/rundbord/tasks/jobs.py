"""Work of the early morning: units learn which deadlines have passed."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.notices.jobs import TRY_AGAIN, for_each_workplace
from rundbord.tasks.actions import remind_of_overdue


@app.periodic(cron="0 4 * * *")
@app.task(name="rundbord.tasks.remind_of_overdue", retry=TRY_AGAIN)
def remind_units(timestamp: int) -> None:
    """Remind the units of each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind_of_overdue(by=actor))
