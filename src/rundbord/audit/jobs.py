"""Work of the night: old entries of the log go, old checkpoints thin out, what was read lately is forgotten."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from rundbord.audit.pruning import forget_lately_read, prune_log, thin_checkpoints

# A day more than the rule, so that no difference between two clocks makes a deletion look early.
_SURELY = timedelta(days=1)
_ALL_CHECKPOINTS = timedelta(days=31)


@app.periodic(cron="25 2 * * *")
@app.task(name="rundbord.audit.prune_log")
def prune(timestamp: int) -> None:
    """Run once a night, for the whole log; what a failed night leaves, the next one takes."""
    now = timezone.now()
    prune_log(before=now - timedelta(days=settings.LOG_DAYS) - _SURELY)
    thin_checkpoints(before=now - _ALL_CHECKPOINTS)
    forget_lately_read()
