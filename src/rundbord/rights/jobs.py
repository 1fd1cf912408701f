"""Work of the worker: search when a request is registered; remind and clear away each morning."""

from __future__ import annotations

from uuid import UUID

from procrastinate.contrib.django import app

from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.notices.jobs import TRY_AGAIN, for_each_authority, for_each_workplace
from rundbord.rights.actions import close_remedies_of_deleted_files, forget, gather, let_go, order_remedies, remind
from rundbord.rights.actions.answer import ORDER
from rundbord.rights.actions.register import GATHER


@app.task(name=GATHER, retry=TRY_AGAIN)
def gather_for_request(*, authority_id: str, partnership_id: str, request_id: str) -> None:
    """Search in the authority's own name; at its table, so that others can be named."""
    table = UUID(partnership_id) if partnership_id else None
    actor = system_of(UUID(authority_id), partnership_id=table)
    with acting_for(actor):
        gather(UUID(request_id), by=actor)


@app.task(name=ORDER, retry=TRY_AGAIN)
def order_for_request(*, authority_id: str, partnership_id: str, request_id: str) -> None:
    """Order in the authority's own name what was decided; at its table, so that users can be told."""
    actor = system_of(UUID(authority_id), partnership_id=UUID(partnership_id) if partnership_id else None)
    with acting_for(actor):
        order_remedies(UUID(request_id), by=actor)


@app.periodic(cron="50 5 * * *")
@app.task(name="rundbord.rights.remind", retry=TRY_AGAIN)
def remind_of_requests(timestamp: int) -> None:
    """Remind each authority in turn; `timestamp` is the queue's own, in Unix seconds."""
    for_each_workplace(lambda actor: remind(by=actor))


@app.periodic(cron="25 3 * * *")
@app.task(name="rundbord.rights.forget", retry=TRY_AGAIN)
def forget_requests(timestamp: int) -> None:
    """Clear away what has had its time and what was deleted where it stood, each authority in turn."""
    for_each_authority(_clear)


def _clear(actor: Actor) -> None:
    forget(by=actor)
    let_go(by=actor)
    close_remedies_of_deleted_files(by=actor)
