"""Work of every morning: those who map are reminded in the weeks around a quarter's end."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.notices.jobs import TRY_AGAIN, for_each_workplace
from rundbord.streetwork.actions import remind_of_mapping


@app.periodic(cron="20 7 * * *")
@app.task(name="rundbord.streetwork.remind_of_mapping", retry=TRY_AGAIN)
def remind_who_maps(timestamp: int) -> None:
    """Remind each authority in turn of its own areas; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind_of_mapping(by=actor))
