"""The place of a sealed text, taken from the row that holds it."""

from __future__ import annotations

from uuid import UUID

from django.db import models

from rundbord.keys.core.sealing import Place


def place_of(row: models.Model, column: str) -> Place:
    """Name the place of a column in a row; the row may be unsaved, since keys are made before."""
    owner: UUID = row.authority_id  # type: ignore[attr-defined]
    return Place(table=row._meta.db_table, column=row._meta.get_field(column).name, row=row.pk, authority=owner)
