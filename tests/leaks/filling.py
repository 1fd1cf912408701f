"""Columns that a table demands and that nobody's reach depends on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any
from uuid import NAMESPACE_OID, uuid4, uuid5

from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

_VALUES: tuple[tuple[type[models.Field[Any, Any]], Any], ...] = (
    (ArrayField, []),
    (models.JSONField, "{}"),
    (models.BooleanField, False),
    (models.BinaryField, b"-"),
    (models.DateTimeField, datetime(2026, 1, 1, 12, tzinfo=UTC)),
    (models.DateField, date(2026, 1, 1)),
    (models.IntegerField, 1),
    (models.FloatField, 1.0),
    (models.CharField, "-"),
    (models.TextField, "-"),
)


def table_of(label: str) -> str:
    """Name the table of a model in the database."""
    return str(apps.get_model(label)._meta.db_table)


def filled(label: str, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """Give every column that must not be empty; keys of other tables lead nowhere, since no test commits them."""
    columns = {}
    for field in apps.get_model(label)._meta.concrete_fields:
        if field.column in chosen:
            columns[field.column] = chosen[field.column]
        elif not field.null and not getattr(field, "generated", False):
            columns[field.column] = _value_of(field, of=str(chosen.get("id", uuid4())))
    return columns


def harmless(label: str, columns: Iterable[str]) -> tuple[str, Any]:
    """Give a column of these that nobody's reach depends on, and a value that every row may have there."""
    fields = {field.column: field for field in apps.get_model(label)._meta.concrete_fields}
    empty = sorted(column for column in columns if fields[column].null and column != "deputy_id")
    column = empty[0] if empty else min(columns)
    return column, None if empty else _value_of(fields[column], of=column)


def _value_of(field: models.Field[Any, Any], *, of: str) -> Any:
    if isinstance(field, models.UUIDField | models.ForeignKey):
        return uuid5(NAMESPACE_OID, of + field.column)  # of its own in each row, since it may have to be unique
    return next(value for kind, value in _VALUES if isinstance(field, kind))
