"""Slow tools run only when thoroughness is asked for."""

from __future__ import annotations

import os

import pytest

from rundbord.operating.testing import THOROUGH


@pytest.fixture
def thorough() -> None:
    """Skip where nobody asked for it."""
    if not os.environ.get(THOROUGH):
        pytest.skip("others' tools run in ./rundbord test --thorough")
