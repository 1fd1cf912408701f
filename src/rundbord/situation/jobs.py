"""Work of the night: originals whose time is up lose their words."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.notices.jobs import TRY_AGAIN, for_each_authority
from rundbord.situation.actions import delete_source_texts


@app.periodic(cron="0 1 * * *")
@app.task(name="rundbord.situation.delete_source_texts", retry=TRY_AGAIN)
def delete_originals(timestamp: int) -> None:
    """Delete for each authority in turn, also for one that has left every partnership."""
    for_each_authority(lambda actor: delete_source_texts(by=actor))
