"""Work of the night: old drafts and sessions go."""

from __future__ import annotations

from procrastinate.contrib.django import app

from rundbord.identity.actions import forget_old_drafts, forget_sign_ins


@app.periodic(cron="10 1 * * *")
@app.task(name="rundbord.identity.forget_old_drafts")
def forget_drafts(timestamp: int) -> None:
    """Run once a night; what a failed night leaves, the next one takes."""
    forget_old_drafts()


@app.periodic(cron="15 1 * * *")
@app.task(name="rundbord.identity.forget_sign_ins")
def forget_sessions(timestamp: int) -> None:
    """Run once a night; what a failed night leaves, the next one takes."""
    forget_sign_ins()
