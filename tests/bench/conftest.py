"""One small world for every measurement: a month of meetings behind the demonstration, and a server in front of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from bench.at_size.meeting_years import MEETINGS, fill_meetings
from tests.small_world import SmallWorld, small_world

DECISIONS = 60


@pytest.fixture(scope="session")
def world(
    request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SmallWorld]:
    """A month of meetings behind the demonstration, and the application in front of it."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    folder = tmp_path_factory.mktemp("bench")
    with (
        django_db_blocker.unblock(),
        small_world(f"rundbord_bench_{worker}", folder, size=DECISIONS, filling=MEETINGS, lay=_lay) as small,
    ):
        yield small


def _lay(world: SmallWorld) -> None:
    with world.as_superuser() as connection:
        fill_meetings(connection, decisions=DECISIONS, say=lambda _: None)
