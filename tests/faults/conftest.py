"""A served demonstration that a test may hurt."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.small_world import SmallWorld, small_world


@pytest.fixture(scope="module")
def world(
    request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SmallWorld]:
    """The demonstration, and the application in front of it."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    folder = tmp_path_factory.mktemp("faults")
    with django_db_blocker.unblock(), small_world(f"rundbord_faults_{worker}", folder) as small:
        yield small
