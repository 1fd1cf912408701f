"""Columns that every table has alike."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.db import models
from django.db.models import F, Func, Value
from django.db.models.functions import Lower, Replace

from rundbord.access.sorting import LAST_LETTERS, PLAIN_FORMS


def identifier() -> models.UUIDField[UUID | str, UUID]:
    """Make the primary key: a random UUID, since a counting or timed one would tell of hidden rows (security §2.1)."""
    return models.UUIDField(primary_key=True, default=uuid4, editable=False)


def danish_sort_key(column: str) -> models.GeneratedField:
    """Make a column that the database fills with the Danish sort key of another."""
    capitals, plain = Value("".join(PLAIN_FORMS)), Value("".join(PLAIN_FORMS.values()))
    key: Any = Lower(Func(F(column), capitals, plain, function="translate"))
    for letter, stand_in in LAST_LETTERS.items():
        key = Replace(key, Value(letter), Value(stand_in))
    return models.GeneratedField(expression=key, output_field=models.TextField(), db_persist=True)


def term(**options: Any) -> models.CharField[str, str]:
    """Make a column for one value of a vocabulary; forms and actions check the value, labels are in code."""
    return models.CharField(max_length=40, **options)
