"""Counting what a screen asks the database, without what signing in and the transaction cost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.test.utils import CaptureQueriesContext

_ROWS = re.compile(r'\b(?:FROM|INTO|UPDATE)\s+"', re.IGNORECASE)
_SIGNING_IN = '"identity_signin"'


@contextmanager
def own_queries() -> Iterator[list[str]]:
    """Collect the questions about rows, sign-in left out."""
    asked: list[str] = []
    with CaptureQueriesContext(connection) as captured:
        yield asked
    asked += [each["sql"] for each in captured if _ROWS.search(each["sql"]) and _SIGNING_IN not in each["sql"]]
