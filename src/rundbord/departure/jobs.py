"""Work of the worker: build what was confirmed; clear away what has had its time."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from rundbord.access.actor import system_of
from rundbord.departure.actions import build_export, clear_exports
from rundbord.departure.actions.order_export import BUILD
from rundbord.notices.jobs import TRY_AGAIN, for_each_authority


@app.task(name=BUILD, retry=TRY_AGAIN)
def build(*, authority_id: str, partnership_id: str, export_id: str) -> None:
    """Build in the authority's own name, at the table where it was ordered."""
    build_export(UUID(export_id), by=system_of(UUID(authority_id), partnership_id=UUID(partnership_id)))


@app.periodic(cron="*/10 * * * *")
@app.task(name="rundbord.departure.clear", retry=TRY_AGAIN)
def clear(timestamp: int) -> None:
    """Clear each authority's in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_authority(lambda actor: clear_exports(by=actor))
