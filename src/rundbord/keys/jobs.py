"""Work of the night: what was destroyed in the database is destroyed in the key store too."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from rundbord.access.actor import system_of
from rundbord.access.session import acting_for
from rundbord.keys.actions import finish_destructions
from rundbord.keys.current import current_store
from rundbord.keys.store.destroyed_list import remember

# A night that failed is made good by each of the following thirty.
LOOKED_BACK = timedelta(days=30)


@app.periodic(cron="20 1 * * *")
@app.task(name="rundbord.keys.finish_destructions")
def finish(timestamp: int) -> None:
    """Run once a night, for each authority by itself; without a usable store the job fails, and is seen to."""
    for owner in current_store().owners():
        system = system_of(owner)
        with acting_for(system):
            finish_destructions(since=timezone.now() - LOOKED_BACK, by=system)
    if settings.KEY_BACKUPS is not None:
        remember(settings.KEY_BACKUPS, current_store().destroyed())
