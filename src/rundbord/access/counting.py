"""Counting several things at once: one statement, and each thing under the row policies of its own table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, QuerySet, Value


def count_together(narrowed: Sequence[QuerySet[Any]]) -> list[int]:
    """Count the rows of each; what can hold nothing counts nothing and is not asked for."""
    if not narrowed:
        return []
    first, *rest = [_counted(rows, place) for place, rows in enumerate(narrowed)]
    found: dict[int, int] = dict(first.union(*rest, all=True) if rest else first)
    return [found.get(place, 0) for place in range(len(narrowed))]


def _counted(rows: QuerySet[Any], place: int) -> QuerySet[Any, Any]:
    placed = rows.order_by().annotate(counted_as=Value(place)).values("counted_as")
    counted: QuerySet[Any, Any] = placed.annotate(counted=Count("*")).values_list("counted_as", "counted")
    return counted
