"""Work of the early morning: units learn which days have passed, and what stays overdue climbs."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.notices.jobs import TRY_AGAIN, for_each_workplace
from rundbord.tasks.actions import climb, remind_of_overdue, remind_of_review, settle_run_out


@app.periodic(cron="0 4 * * *")
@app.task(name="rundbord.tasks.remind_of_overdue", retry=TRY_AGAIN)
def remind_units(timestamp: int) -> None:
    """Remind the units of each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind_of_overdue(by=actor))


@app.periodic(cron="10 4 * * *")
@app.task(name="rundbord.tasks.climb", retry=TRY_AGAIN)
def let_overdue_climb(timestamp: int) -> None:
    """Let what stays overdue go further, and tell of second looks; `timestamp` is the queue's own."""
    for_each_workplace(lambda actor: climb(by=actor))
    for_each_workplace(lambda actor: remind_of_review(by=actor))


@app.periodic(cron="*/10 * * * *")
@app.task(name="rundbord.tasks.settle_proposals", retry=TRY_AGAIN)
def settle_proposals(timestamp: int) -> None:
    """Settle proposals whose clock has run out; `timestamp` is the queue's own."""
    for_each_workplace(lambda actor: settle_run_out(by=actor))
