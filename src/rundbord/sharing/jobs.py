"""Work of day and night: units learn which questions without a name wait; copies are erased; rounds close."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from rundbord.access.actor import Actor
from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace
from rundbord.sharing.actions import (
    close_rounds,
    destroy_keys_of_closed_rounds,
    erase_expired,
    log_commitments,
    remind_of_thresholds,
    remind_of_unconfirmed,
    seal_rounds,
    tell_of_closed_rounds,
)


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


@app.periodic(cron="*/2 * * * *")
@app.task(name="rundbord.sharing.close_rounds", retry=TRY_AGAIN)
def close_due_rounds(timestamp: int) -> None:
    """Seal, let every party log what binds it, answer all at once, and tell everybody alike; each step for all."""
    for_each_workplace(lambda actor: seal_rounds(by=actor))
    for_each_workplace(lambda actor: log_commitments(by=actor))
    for_each_workplace(lambda actor: close_rounds(by=actor))
    for_each_workplace(lambda actor: tell_of_closed_rounds(by=actor))
    for_each_workplace(lambda actor: destroy_keys_of_closed_rounds(by=actor))


@app.periodic(cron="35 5 * * *")
@app.task(name="rundbord.sharing.remind_of_unconfirmed", retry=TRY_AGAIN)
def remind_of_copies(timestamp: int) -> None:
    """Tell senders what recipients have not confirmed, each authority in turn at each of its tables."""
    for_each_workplace(lambda actor: remind_of_unconfirmed(by=actor))
