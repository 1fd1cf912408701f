"""Slow tools run only when thoroughness is asked for; what they attack is a demonstration of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from rundbord.operating.testing import THOROUGH
from tests.attacked.served import served
from tests.journeys.served import demonstration


@pytest.fixture
def thorough() -> None:
    """Skip where nobody asked for it."""
    if not os.environ.get(THOROUGH):
        pytest.skip("others' tools run in ./rundbord test --thorough")


@pytest.fixture(scope="package")
def attacked_database(request: pytest.FixtureRequest, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The demonstration, for these tests alone."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "alone")
    with django_db_blocker.unblock(), demonstration(f"rundbord_attacked_{worker}") as name:
        yield name


@pytest.fixture(scope="package")
def address(attacked_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where it is served."""
    with served(attacked_database, tmp_path_factory.mktemp("attacked")) as where:
        yield where
