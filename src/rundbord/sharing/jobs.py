"""Work of every quarter of an hour: units learn which questions without a name wait for them."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.notices.jobs import TRY_AGAIN, for_each_workplace
from rundbord.sharing.actions import remind_of_thresholds


@app.periodic(cron="*/15 7-17 * * *")
@app.task(name="rundbord.sharing.remind_of_thresholds", retry=TRY_AGAIN)
def remind_units(timestamp: int) -> None:
    """Remind the units of each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind_of_thresholds(by=actor))
