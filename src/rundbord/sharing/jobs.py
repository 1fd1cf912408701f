"""Work of day and night: units learn which questions without a name wait; copies whose last day is over are erased."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from rundbord.access.actor import Actor
from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace
from rundbord.sharing.actions import erase_expired, remind_of_thresholds


@app.periodic(cron="*/15 7-17 * * *")
@app.task(name="rundbord.sharing.remind_of_thresholds", retry=TRY_AGAIN)
def remind_units(timestamp: int) -> None:
    """Remind the units of each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind_of_thresholds(by=actor))


@app.periodic(cron="10 0 * * *")
@app.task(name="rundbord.sharing.erase_expired", retry=TRY_AGAIN)
def erase_expired_copies(timestamp: int) -> None:
    """Run soon after midnight; what a former party still holds goes too, though nobody can be told of it there."""
    for_each_workplace(_erase)
    for_each_authority(_erase)


def _erase(actor: Actor) -> None:
    erase_expired(timezone.localdate(), by=actor)
