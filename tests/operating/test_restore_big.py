"""The drill at size, in a thorough run: a gigabyte, eight writers, three steps, and a moment between each of them."""

from __future__ import annotations

import os
import random
import time
from datetime import UTC, datetime

import pytest
from pytest_django import DjangoDbBlocker

from rundbord.operating.embedded.cluster import DATABASE, SUPERUSER
from tests.operating.a_database import (
    a_database,
    acknowledged,
    environment_of,
    in_memory,
    lines_in,
    rundbord,
    wait_for,
    writers,
)
from tests.operating.test_restore_drill import beside, give_keys, kill, started

pytestmark = [
    pytest.mark.xdist_group("restore"),
    pytest.mark.skipif("RUNDBORD_THOROUGH" not in os.environ, reason="only in a thorough run"),
]
WRITERS, STEPS, ROWS = 8, 3, 1_000_000
FILL = """
CREATE TABLE big AS SELECT n, decode(repeat(md5(random()::text || n), 60), 'hex') AS w FROM generate_series(1, %s) n
"""


def test_a_restore_of_a_gigabyte_under_load_stands_at_any_moment_between_its_backups(
    django_db_blocker: DjangoDbBlocker,
) -> None:
    with in_memory("big") as folder, django_db_blocker.unblock(), a_database(folder / "home") as cluster:
        environment = environment_of(cluster, folder)
        give_keys(folder, environment)
        with cluster.connect(SUPERUSER, DATABASE) as connection:
            connection.execute(FILL, [ROWS])
        assert rundbord(environment, "backup", "--full").returncode == 0
        moments = []
        with writers(cluster.url_of(SUPERUSER, DATABASE), folder, WRITERS), beside(environment):
            for _ in range(STEPS):
                wait_for(2 + random.random())  # noqa: S311 - no secret: a moment like any other
                moments.append(time.time())
                wait_for(1)
                assert rundbord(environment, "backup").returncode == 0
            wait_for(2)
            kill(cluster)
        written = acknowledged(folder)
        for number, moment in enumerate(moments):
            place = folder / f"moment-{number}"
            until = datetime.fromtimestamp(moment, UTC).isoformat()
            asked = ["--identity", folder / "identity", "--into", place, "--until", until]
            told = rundbord(environment, "restore", folder / "backups", *asked)
            assert told.returncode == 0, told.stdout + told.stderr
            with started(place) as restored:
                there = lines_in(restored)
            assert not {line for line, _, answered in written if answered < moment} - there
            assert not {line for line, asked_at, _ in written if asked_at > moment} & there
