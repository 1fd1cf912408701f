"""The worker, on a prepared database."""

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import cast
from unittest.mock import AsyncMock, Mock

import psycopg
import pytest
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.db_cleanup import close_db_connections, close_db_connections_async
from procrastinate.exceptions import ConnectorException

from rundbord.access.job_queue import ConnectorOfLogin
from rundbord.operating.children import stop
from rundbord.operating.embedded.cluster import DATABASE, SUPERUSER, Cluster
from rundbord.operating.environments import of_demo, with_owner
from rundbord.operating.places import ROOT
from rundbord.operating.worker import _take_up_again, start_worker, working_app

# One cluster for all of them, not one for each core.
pytestmark = pytest.mark.xdist_group("cluster-worker")

# An entry as nobody's act, for this database holds no authority.
_LOGGED = """
SELECT audit.append(convert_to(jsonb_build_object(
    'id', gen_random_uuid(),
    'at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'event', 'signed_in', 'user', NULL, 'authority', NULL, 'subject_kind', NULL, 'subject', NULL,
    'details', jsonb_build_object('n', %s::int)
)::text, 'UTF8'), substr(sha256(gen_random_uuid()::text::bytea), 1, 16))
"""


class Ended(Exception):
    """Ends what goes on for ever."""


_JOB = "procrastinate.builtin_tasks.remove_old_jobs"
_OF_WORKER = "FROM pg_stat_activity WHERE usename = 'rundbord_job'"


@pytest.fixture(scope="module")
def environment(cluster: Cluster) -> dict[str, str]:
    """The environment of a demo whose tables are made."""
    made = {**os.environ, **of_demo(cluster, 8000)}
    prepare: list[str | Path] = [sys.executable, ROOT / "manage.py", "prepare_database"]
    done = subprocess.run(prepare, env=with_owner(made, cluster), check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return made


@pytest.fixture
def worker(environment: dict[str, str], cluster: Cluster) -> Iterator[subprocess.Popen[bytes]]:
    """A worker at work."""
    started = start_worker(environment, log=cluster.home / "worker.log")
    yield started
    stop(started)


@pytest.fixture
def abandoned_job(environment: dict[str, str], cluster: Cluster) -> int:
    """A job that a worker had begun when it was killed."""
    with cluster.connect(SUPERUSER, DATABASE) as connection:
        row = connection.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts)"
            " VALUES ('builtin', %s, '{\"max_hours\": 1000}', 'doing', 0) RETURNING id",
            [_JOB],
        ).fetchone()
    assert row is not None
    return int(str(row[0]))


def test_a_job_of_a_killed_worker_is_done_by_the_next(
    abandoned_job: int, worker: subprocess.Popen[bytes], cluster: Cluster
) -> None:
    with cluster.connect(SUPERUSER, DATABASE) as connection:
        assert _is_done_within(20, abandoned_job, connection)


def test_a_worker_whose_database_went_away_goes_on_by_itself(
    environment: dict[str, str], worker: subprocess.Popen[bytes], cluster: Cluster
) -> None:
    with cluster.connect(SUPERUSER, "postgres") as behind, cluster.connect(SUPERUSER, DATABASE) as connection:
        assert _signed_in_within(20, behind)
        behind.execute(f"ALTER DATABASE {DATABASE} ALLOW_CONNECTIONS false")
        try:
            behind.execute(f"SELECT pg_terminate_backend(pid) {_OF_WORKER}")
            time.sleep(3)
        finally:
            behind.execute(f"ALTER DATABASE {DATABASE} ALLOW_CONNECTIONS true")
        row = connection.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, attempts)"
            " VALUES ('builtin', %s, '{\"max_hours\": 1000}', 'todo', 0) RETURNING id",
            [_JOB],
        ).fetchone()
        assert row is not None
        assert _is_done_within(60, int(str(row[0])), connection)
    assert worker.poll() is None


def test_jobs_of_killed_workers_are_looked_for_again_after_the_database_was_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("rundbord.operating.worker.SILENCE_SECONDS", 0)
    working = Mock()
    working.job_manager.get_stalled_jobs = AsyncMock(side_effect=[ConnectorException(), ["abandoned"], Ended()])
    working.job_manager.retry_job = AsyncMock()

    # In a thread: a browser of another test may have left a loop running in this one.
    with ThreadPoolExecutor() as beside, pytest.raises(Ended):
        beside.submit(lambda: asyncio.run(_take_up_again(working))).result()

    working.job_manager.retry_job.assert_awaited_once_with("abandoned")


def test_the_worker_signs_in_as_itself_and_stops_when_asked(worker: subprocess.Popen[bytes], cluster: Cluster) -> None:
    with cluster.connect(SUPERUSER, DATABASE) as connection:
        roles = _roles_of_the_signed_in(connection)

    stop(worker)

    # At the door it asks which authorities there are to work for, each in turn.
    assert roles - {"rundbord_auth"} == {"rundbord_job"}
    assert worker.returncode == 0


def test_the_worker_closes_after_each_job_the_connections_that_it_used() -> None:
    around_each_job = working_app().worker_defaults["task_middleware"]

    assert close_db_connections in around_each_job
    assert close_db_connections_async in around_each_job


def test_what_a_job_orders_in_turn_leaves_by_the_login_in_force() -> None:
    working = working_app()

    assert isinstance(app.connector, ConnectorOfLogin)
    assert not isinstance(working.connector, ConnectorOfLogin)
    ours = [task for task in working.tasks.values() if task.name.startswith("rundbord.")]
    assert {cast(App, task.blueprint).connector for task in ours} == {app.connector}


def test_the_worker_numbers_and_signs_the_log_and_verify_log_finds_it_whole(
    environment: dict[str, str], worker: subprocess.Popen[bytes], cluster: Cluster
) -> None:
    manage: list[str | Path] = [sys.executable, ROOT / "manage.py"]
    subprocess.run([*manage, "create_key_store"], env=environment, check=True, capture_output=True)
    stop(worker)
    with cluster.connect(SUPERUSER, DATABASE) as connection:
        connection.autocommit = True
        for number in range(3):
            connection.execute(_LOGGED, [number])
        again = start_worker(environment, log=cluster.home / "worker.log")
        try:
            assert _is_signed_within(20, connection)
        finally:
            stop(again)
        verify = [*manage, "verify_log"]
        whole = subprocess.run(verify, env=with_owner(environment, cluster), check=False, capture_output=True)
        connection.execute("SET session_replication_role = replica")
        connection.execute("DELETE FROM audit.event WHERE id = (SELECT event_id FROM audit.leaf WHERE position = 1)")
        robbed = subprocess.run(verify, env=with_owner(environment, cluster), check=False, capture_output=True)

    assert (whole.returncode, whole.stdout.decode()[:13]) == (0, "Loggen er hel")
    assert robbed.returncode == 1
    assert "Linjer er slettet" in robbed.stdout.decode()


def _signed_in_within(seconds: float, behind: psycopg.Connection[tuple[object, ...]]) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if behind.execute(f"SELECT 1 {_OF_WORKER}").fetchone():
            return True
        time.sleep(0.1)
    return False


def _is_signed_within(seconds: float, connection: psycopg.Connection[tuple[object, ...]]) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if connection.execute("SELECT 1 FROM audit.checkpoint").fetchone():
            return True
        time.sleep(0.1)
    return False


def _is_done_within(seconds: float, job: int, connection: psycopg.Connection[tuple[object, ...]]) -> bool:
    """Whether the job is gone: what succeeds is removed."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if connection.execute("SELECT 1 FROM procrastinate_jobs WHERE id = %s", [job]).fetchone() is None:
            return True
        time.sleep(0.1)
    return False


def _roles_of_the_signed_in(connection: psycopg.Connection[tuple[object, ...]]) -> set[object]:
    deadline = time.monotonic() + 60
    roles: set[object] = set()
    while "rundbord_job" not in roles and time.monotonic() < deadline:
        found = connection.execute(
            "SELECT DISTINCT usename FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()", [DATABASE]
        )
        roles = {row[0] for row in found.fetchall()}
        time.sleep(0.1)
    return roles
