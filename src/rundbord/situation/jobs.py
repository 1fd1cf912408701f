"""Work of the night: old originals lose their words, the day that ended meets its past, repeats are found."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace
from rundbord.situation.actions import delete_source_texts, find_repeats, find_unusual


@app.periodic(cron="0 1 * * *")
@app.task(name="rundbord.situation.delete_source_texts", retry=TRY_AGAIN)
def delete_originals(timestamp: int) -> None:
    """Delete for each authority in turn, also for one that has left every partnership."""
    for_each_authority(lambda actor: delete_source_texts(by=actor))


@app.periodic(cron="30 3 * * *")
@app.task(name="rundbord.situation.find_unusual", retry=TRY_AGAIN)
def look_for_the_unusual(timestamp: int) -> None:
    """Judge the day that has just ended, for each partnership; the first party that comes finds, the rest agree."""
    yesterday = timezone.localdate() - timedelta(days=1)
    for_each_workplace(lambda actor: find_unusual(ending_on=yesterday, by=actor))


@app.periodic(cron="40 3 * * *")
@app.task(name="rundbord.situation.find_repeats", retry=TRY_AGAIN)
def look_for_repeats(timestamp: int) -> None:
    """Look for repeats in time and place up to the day that has just ended, for each partnership, as above."""
    yesterday = timezone.localdate() - timedelta(days=1)
    for_each_workplace(lambda actor: find_repeats(ending_on=yesterday, by=actor))
