"""The worker: runs the jobs that requests left in the database, as a login of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any

import django
import psycopg
import structlog
from django.db import connections
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import ConnectorException
from procrastinate.psycopg_connector import PsycopgConnector
from psycopg_pool import PoolTimeout

from rundbord.operating.children import spawn
from rundbord.operating.places import PYTHON

# Long enough for the slowest PDF; a job that is cut off is taken up again by the next worker.
GRACE_SECONDS = 20
# A worker that has not been heard of for so long is dead, and its jobs are free.
SILENCE_SECONDS = 30
# So long the queue waits for a connection, and after the database went away so long until it is asked again: left to
# itself, the queue would ask ever more seldom, and be back half a minute late after half a minute.
CONNECTION_SECONDS, AGAIN_SECONDS = 5.0, 2
# How long an entry of the log waits for its number, and how long after something failed.
NUMBER_EVERY, AFTER_FAILURE = 1.0, 60.0


def start_worker(environment: dict[str, str], *, log: Path | None = None) -> subprocess.Popen[bytes]:
    """Start the worker beside us; when we are killed so is it, for it would wait in vain for its database."""
    # Imported and not run as a module: procrastinate names tasks by module and warns of "__main__".
    work: list[str | Path] = [PYTHON, "-c", f"from {__name__} import main; main()"]
    return spawn(work, environment_of_worker(environment), log=log, die_on=signal.SIGKILL)


def environment_of_worker(environment: dict[str, str]) -> dict[str, str]:
    """The same environment, signed in to the database as the worker."""
    return {**environment, "DATABASE_URL": environment["DATABASE_URL_JOB"]}


def main() -> None:
    """Work until asked to stop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rundbord.config.settings")
    django.setup()
    stopping = Event()
    keeper = Thread(target=keep_the_log, args=(stopping,), name="log", daemon=True)
    keeper.start()
    try:
        asyncio.run(_work(working_app()))
    finally:
        stopping.set()
        keeper.join(GRACE_SECONDS)


def keep_the_log(stopping: Event) -> None:
    """Number and sign the log's entries each second: beside the queue, where a slow document would hold them up."""
    from rundbord.audit.keeping import number_all, sign_when_due  # noqa: PLC0415 - needs Django set up

    rested = {number_all: 0.0, sign_when_due: 0.0}
    while not stopping.wait(NUMBER_EVERY):
        for step, from_then_on in rested.items():
            if time.monotonic() >= from_then_on and not _succeeded(step):
                rested[step] = time.monotonic() + AFTER_FAILURE
    connections.close_all()


def _succeeded(step: Callable[[], object]) -> bool:
    try:
        step()
    except Exception:
        # Whatever it was, the log screen and verify-log tell of it; and it is tried again.
        structlog.get_logger("rundbord.log").exception("log_not_kept", step=step.__name__)
        connections.close_all()
        return False
    return True


def working_app() -> App:
    """Give the app that works: with a connector of its own, and closing after each job the connections that it used.

    Beside the app that jobs are ordered by, since what a job orders in turn leaves in the job's own transaction.
    """
    return app.with_connector(PsycopgConnector(kwargs=_of_the_database(), timeout=CONNECTION_SECONDS))


def _of_the_database() -> dict[str, Any]:
    return {**connector_params(), "connect_timeout": int(CONNECTION_SECONDS)}


async def _work(working: App) -> None:
    """Work until asked to stop; where the database goes away, the queue's own worker ends, and is begun anew."""
    asked_to_stop = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, asked_to_stop.set)
    while not asked_to_stop.is_set():
        try:
            await _ask_the_database()
            async with working.open_async():
                await _work_until(asked_to_stop, working)
        except (ConnectorException, psycopg.Error, PoolTimeout) as away:
            structlog.get_logger("rundbord.worker").warning("database_away", error=type(away).__name__)
        with suppress(TimeoutError):
            await asyncio.wait_for(asked_to_stop.wait(), AGAIN_SECONDS)


async def _ask_the_database() -> None:
    """Come through to the database once: the queue opened while it is away would wait for it ever more seldom."""
    connection = await psycopg.AsyncConnection.connect(**_of_the_database())
    await connection.close()


async def _work_until(asked_to_stop: asyncio.Event, working: App) -> None:
    """Work until asked to stop, or until the worker ends by itself."""
    # What was done is told by the audit log; finished jobs are not kept beside it.
    work = asyncio.create_task(
        working.run_worker_async(
            name="rundbord",
            shutdown_graceful_timeout=GRACE_SECONDS,
            delete_jobs="successful",
            install_signal_handlers=False,
        )
    )
    beside = [asyncio.create_task(_take_up_again(working)), asyncio.create_task(asked_to_stop.wait())]
    try:
        await asyncio.wait([work, beside[-1]], return_when=asyncio.FIRST_COMPLETED)
        if not work.done():
            # The queue takes this for being asked to stop: it lets running jobs come to their end.
            work.cancel()
        with suppress(asyncio.CancelledError):
            await work
    finally:
        for each in beside:
            each.cancel()


async def _take_up_again(working: App) -> None:
    """Give the jobs of a worker that was killed in the middle to whoever works now."""
    while True:
        try:
            for job in await working.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENCE_SECONDS):
                await working.job_manager.retry_job(job)
        except ConnectorException:
            # The database is away for a moment: the queue waits for it, and so does this.
            structlog.get_logger("rundbord.worker").warning("stalled_jobs_not_looked_for")
        await asyncio.sleep(SILENCE_SECONDS)
