"""Work of the worker: remind of what nobody has judged, four times a day; clear away at night."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.breaches.actions import clear, remind
from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace


@app.periodic(cron="5 6,10,14,18 * * *")
@app.task(name="rundbord.breaches.remind", retry=TRY_AGAIN)
def remind_of_breaches(timestamp: int) -> None:
    """Remind each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind(by=actor))


@app.periodic(cron="28 3 * * *")
@app.task(name="rundbord.breaches.clear", retry=TRY_AGAIN)
def clear_breaches(timestamp: int) -> None:
    """Clear away, each authority in turn."""
    for_each_authority(lambda actor: clear(by=actor))
