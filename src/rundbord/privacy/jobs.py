"""Work of every hour: a log that was rewritten, or that nobody cosigns, is told of."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.notices.jobs import TRY_AGAIN, for_each_workplace
from rundbord.privacy.actions import warn_of_log


@app.periodic(cron="35 * * * *")
@app.task(name="rundbord.privacy.warn_of_log", retry=TRY_AGAIN)
def warn(timestamp: int) -> None:
    """Warn each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: warn_of_log(by=actor))
