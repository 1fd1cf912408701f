"""A cluster of these tests' own, made and stopped with the module that asks for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rundbord.operating.embedded.cluster import Cluster
from rundbord.operating.embedded.roles import ensure_roles


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A running cluster with the roles in it."""
    started = Cluster(tmp_path_factory.mktemp("cluster") / "home", durable=False)
    started.start()
    try:
        ensure_roles(started)
        yield started
    finally:
        started.stop()
