"""Work of every hour: the police are asked about zones that are about to expire."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.notices.jobs import TRY_AGAIN, for_each_workplace
from rundbord.zones.actions import remind_of_expiry


@app.periodic(cron="15 * * * *")
@app.task(name="rundbord.zones.remind_of_expiry", retry=TRY_AGAIN)
def remind_police(timestamp: int) -> None:
    """Remind each authority in turn of its own zones; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind_of_expiry(by=actor))
