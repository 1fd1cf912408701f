"""Work of the early morning: uses of break-glass that nobody judged in time are told."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.emergency.actions import remind
from rundbord.notices.jobs import TRY_AGAIN, for_each_workplace


@app.periodic(cron="50 5 * * *")
@app.task(name="rundbord.emergency.remind", retry=TRY_AGAIN)
def remind_of_reviews(timestamp: int) -> None:
    """Remind each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind(by=actor))
