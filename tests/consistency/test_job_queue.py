"""The queue: who orders a job can add it and nothing else, and a job carries identifiers alone.

Each test speaks over a connection of its own that logged in as the role, as production does.
"""

from __future__ import annotations

import json

import psycopg
import pytest
from procrastinate.contrib.django import app

from tests.database import logged_in

ORDERING = ["rundbord_app", "rundbord_place"]
TABLES = ["procrastinate_jobs", "procrastinate_events", "procrastinate_periodic_defers", "procrastinate_workers"]
ORDER = (
    "SELECT unnest(procrastinate_defer_jobs_v1(ARRAY[ROW('default', 'rundbord.notices.find_readers', 0, NULL, NULL,"
    " %s::jsonb, NULL)]::procrastinate_job_to_defer_v1[]))"
)
UUID_TEXT = "00000000-0000-4000-8000-000000000007"


@pytest.mark.parametrize("role", ORDERING)
def test_a_job_can_be_ordered(role: str) -> None:
    with logged_in(role) as cursor:
        cursor.execute(ORDER, [json.dumps({"authority_id": UUID_TEXT, "role": "case_worker", "unit_id": ""})])

        assert cursor.fetchone() is not None


@pytest.mark.parametrize("role", ["rundbord_app", "rundbord_place", "rundbord_auth"])
@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("attempt", ["SELECT * FROM {}", "UPDATE {} SET id = DEFAULT", "DELETE FROM {}"])
def test_what_others_have_ordered_can_neither_be_read_changed_nor_removed(role: str, table: str, attempt: str) -> None:
    with logged_in(role) as cursor, pytest.raises(psycopg.errors.InsufficientPrivilege):
        cursor.execute(attempt.format(table))


@pytest.mark.parametrize("column", ["args", "task_name", "queueing_lock", "status"])
def test_not_even_one_column_of_a_job_is_read(column: str) -> None:
    with logged_in("rundbord_app") as cursor, pytest.raises(psycopg.errors.InsufficientPrivilege):
        cursor.execute(f"SELECT {column} FROM procrastinate_jobs")


@pytest.mark.parametrize(
    "call",
    [
        "procrastinate_fetch_job_v2(NULL, 1)",
        "procrastinate_cancel_job_v1(1, true, true)",
        "procrastinate_finish_job_v1(1, 'succeeded', true)",
        "procrastinate_register_worker_v1()",
    ],
)
@pytest.mark.parametrize("role", ["rundbord_app", "rundbord_place", "rundbord_auth"])
def test_the_workers_functions_are_the_workers(role: str, call: str) -> None:
    with logged_in(role) as cursor, pytest.raises(psycopg.errors.InsufficientPrivilege):
        cursor.execute(f"SELECT {call}")


def test_the_sign_in_step_orders_nothing() -> None:
    with logged_in("rundbord_auth") as cursor, pytest.raises(psycopg.errors.InsufficientPrivilege):
        cursor.execute(ORDER, [json.dumps({"authority_id": UUID_TEXT})])


@pytest.mark.parametrize(
    "argument",
    ["Uro ved stationen", "Østergade", "gade@eksempel.invalid", ["a"], {"tekst": "uro"}, "x" * 41, "a b"],
)
def test_a_job_with_words_is_refused(argument: object) -> None:
    with logged_in("rundbord_app") as cursor, pytest.raises(psycopg.errors.CheckViolation):
        cursor.execute(ORDER, [json.dumps({"authority_id": argument})])


def test_words_cannot_hide_in_a_jobs_lock() -> None:
    with logged_in("rundbord_app") as cursor, pytest.raises(psycopg.errors.CheckViolation):
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock) VALUES ('default', 'x', %s)",
            ["Uro ved stationen"],
        )


def test_nightly_work_is_ordered_with_numbers_alone() -> None:
    numbers = json.dumps({"timestamp": 1_795_000_000})

    with logged_in("rundbord_app") as cursor:
        cursor.execute(ORDER, [numbers])
        assert cursor.fetchone() is not None
    assert app.periodic_registry.periodic_tasks
