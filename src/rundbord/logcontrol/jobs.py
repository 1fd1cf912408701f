"""Work of the early morning: on Mondays last week is drawn, each day what is overdue is told."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from rundbord.logcontrol.actions import draw, remind
from rundbord.logcontrol.rules.drawing import week_before
from rundbord.notices.jobs import TRY_AGAIN, for_each_workplace


@app.periodic(cron="20 4 * * *")
@app.task(name="rundbord.logcontrol.draw", retry=TRY_AGAIN)
def draw_last_week(timestamp: int) -> None:
    """Draw for each authority in turn; asked every day, so that a Monday without power is made up for."""
    first_day, last_day = week_before(timezone.localdate())
    for_each_workplace(lambda actor: draw(first_day, last_day, by=actor))


@app.periodic(cron="55 5 * * *")
@app.task(name="rundbord.logcontrol.remind", retry=TRY_AGAIN)
def remind_of_overdue_controls(timestamp: int) -> None:
    """Remind each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind(by=actor))
