"""The worker: runs the jobs that requests left in the database, as a login of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from pathlib import Path
from typing import cast

import django
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from rundbord.operating.children import spawn
from rundbord.operating.places import PYTHON

# Long enough for the slowest PDF; a job that is cut off is taken up again by the next worker.
GRACE_SECONDS = 20
# A worker that has not been heard of for so long is dead, and its jobs are free.
SILENCE_SECONDS = 30


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
    asyncio.run(_work(working_app()))


def working_app() -> App:
    """Give the app that works: with a connector of its own, and closing after each job the connections that it used.

    Beside the app that jobs are ordered by, since what a job orders in turn leaves in the job's own transaction.
    """
    connector = cast(DjangoConnector, app.connector).get_worker_connector()
    return app.with_connector(connector)


async def _work(working: App) -> None:
    async with working.open_async():
        rescue = asyncio.create_task(_take_up_again(working))
        try:
            # What was done is told by the audit log; finished jobs are not kept beside it.
            await working.run_worker_async(
                name="rundbord", shutdown_graceful_timeout=GRACE_SECONDS, delete_jobs="successful"
            )
        finally:
            rescue.cancel()


async def _take_up_again(working: App) -> None:
    """Give the jobs of a worker that was killed in the middle to whoever works now."""
    while True:
        stalled = await working.job_manager.get_stalled_jobs(seconds_since_heartbeat=SILENCE_SECONDS)
        for job in stalled:
            await working.job_manager.retry_job(job)
        await asyncio.sleep(SILENCE_SECONDS)
