"""Work of the early morning: chair and secretariat learn in good time that the agreement ends."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.notices.jobs import TRY_AGAIN, for_each_workplace
from rundbord.partnership.actions import announce_agreement_end


@app.periodic(cron="20 5 * * *")
@app.task(name="rundbord.partnership.announce_agreement_end", retry=TRY_AGAIN)
def announce(timestamp: int) -> None:
    """Tell each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: announce_agreement_end(by=actor))
