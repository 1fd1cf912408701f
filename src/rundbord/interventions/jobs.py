"""Work of each hour: words of an underretning that were printed a day ago are destroyed."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.interventions.actions import destroy_printed_words
from rundbord.notices.jobs import TRY_AGAIN, for_each_authority


@app.periodic(cron="40 * * * *")
@app.task(name="rundbord.interventions.destroy_printed_words", retry=TRY_AGAIN)
def destroy_what_was_printed(timestamp: int) -> None:
    """Destroy for each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_authority(lambda actor: destroy_printed_words(by=actor))
