"""Cases of which a quick run takes a fixed sample; the whole suite takes all of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import pytest
from _pytest.mark.structures import ParameterSet

Case = TypeVar("Case")


def sampled(cases: Iterable[Case], *, every: int) -> Sequence[Case | ParameterSet]:
    """Give all cases, marked but for the first and each `every`th after it: `--quick` leaves the marked ones out."""
    left_out = pytest.mark.left_out
    return [case if not at % every else pytest.param(case, marks=left_out) for at, case in enumerate(cases)]
