"""One page of a long list, found by the key of the row before it: never by counting rows (performance.md)."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)
PAGE_SIZE = 50
_FIRST_YEAR, _LAST_YEAR = 1900, 3000


@dataclass(frozen=True, kw_only=True)
class KeysetPage(Generic[Row]):
    """Rows in order, and the cursors of the pages before and after; empty where there is none."""

    rows: list[Row]
    before: str
    after: str


def keyset_page(
    rows: QuerySet[Row],
    *,
    order: Sequence[str],
    after: str = "",
    before: str = "",
    size: int = PAGE_SIZE,
) -> KeysetPage[Row]:
    """Give the page after or before a cursor; `order` names columns, all rising or all with "-", the key last."""
    columns = [column.removeprefix("-") for column in order]
    is_rising = not order[0].startswith("-")
    cursor, is_backwards = (before, True) if before else (after, False)
    where = _values_of(cursor, rows.model, columns)
    goes_up = is_rising != is_backwards
    beyond = rows.filter(_beyond(columns, where, goes_up=goes_up)) if where else rows
    found = list(beyond.order_by(*(column if goes_up else f"-{column}" for column in columns))[: size + 1])
    shown, has_more = found[:size], len(found) > size
    if is_backwards:
        shown.reverse()
    has_before, has_after = (has_more, True) if is_backwards else (bool(where), has_more)
    return KeysetPage(
        rows=shown,
        before=_cursor_of(shown[0], columns) if shown and has_before else "",
        after=_cursor_of(shown[-1], columns) if shown and has_after else "",
    )


def _beyond(columns: Sequence[str], values: Sequence[Any], *, goes_up: bool) -> Q:
    """Compare as rows compare: (a, b) > (x, y) is a > x, or a = x and b > y."""
    step = "gt" if goes_up else "lt"
    condition = Q()
    for position, (column, value) in enumerate(zip(columns, values, strict=True)):
        equal = dict(zip(columns[:position], values[:position], strict=True))
        condition |= Q(**equal, **{f"{column}__{step}": value})
    # Says nothing new, but lets the index begin at the row.
    return Q(**{f"{columns[0]}__{step}e": values[0]}) & condition


def _cursor_of(row: Model, columns: Sequence[str]) -> str:
    # As text, since Django's encoder cuts a moment to milliseconds, and rows of the same one would be lost.
    values = json.dumps([getattr(row, column) for column in columns], default=str)
    return base64.urlsafe_b64encode(values.encode()).decode().rstrip("=")


def _values_of(cursor: str, model: type[Model], columns: Sequence[str]) -> list[Any]:
    """Read a cursor; one that cannot be read begins the list anew."""
    try:
        told = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        values = [_field(model, column).to_python(value) for column, value in zip(columns, told, strict=True)]
    except (ValueError, TypeError, OverflowError, RecursionError, binascii.Error, ValidationError):
        return []
    return values if all(map(_can_be_asked_for, values)) else []


def _can_be_asked_for(value: object) -> bool:
    """Whether the database takes the value: cursors come back from outside, and may have been made there."""
    if isinstance(value, str):
        return "\0" not in value and not any("\ud800" <= sign <= "\udfff" for sign in value)
    if isinstance(value, datetime):
        return value.tzinfo is not None and _FIRST_YEAR < value.year < _LAST_YEAR
    return value is not None


def _field(model: type[Model], column: str) -> Any:
    return model._meta.get_field(column)
