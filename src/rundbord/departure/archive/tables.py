"""Which tables hold rows of an authority, and how their rows are read: a page at a time, as the policies let."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from rundbord.access.actor import Actor
from rundbord.access.row_policies import RowPolicy
from rundbord.access.session import acting_for
from rundbord.departure.rules.left_out import LEFT_OUT

OWNER = "authority_id"
_PAGE, _PAGE_OF_FILES = 200, 2
# Columns whose bytes are whole files.
FILES = {
    "concerns.Attachment": "content",
    "situation.Photo": "content",
    "insight.PeriodReport": "pdf",
    "meetings.Minutes": "content",
    "rights.GatheredItem": "attached",
}
# Those of them that are sealed by a person's key.
SEALED_FILES = {"concerns.Attachment", "rights.GatheredItem"}


def owned() -> list[type[models.Model]]:
    """Give every table whose rows name the authority that owns them."""
    ours = (model for model in apps.get_models() if model.__module__.startswith("rundbord."))
    return sorted(
        (model for model in ours if any(field.attname == OWNER for field in model._meta.concrete_fields)),
        key=lambda model: model._meta.label,
    )


def exported() -> list[type[models.Model]]:
    """Give those whose rows are in the archive."""
    return [model for model in owned() if model._meta.label not in LEFT_OUT]


def own_rows(model: type[models.Model], actor: Actor, units: list[UUID]) -> Iterator[models.Model]:
    """Give the authority's rows in the order of their keys; what a unit alone reads is read in that unit's name."""
    readers = [actor, *(replace(actor, unit_id=unit) for unit in units)] if _asks_for_unit(model) else [actor]
    last: Any = None
    for row in heapq.merge(*(_read_by(reader, model) for reader in readers), key=lambda row: row.pk):
        if row.pk != last:
            last = row.pk
            yield row


def _read_by(actor: Actor, model: type[models.Model]) -> Iterator[models.Model]:
    size = _PAGE_OF_FILES if model._meta.label in FILES else _PAGE
    rows = model._default_manager.filter(**{OWNER: actor.authority_id}).order_by("pk").only(*_granted(model))
    last: Any = None
    while True:
        with acting_for(actor):
            page = list((rows if last is None else rows.filter(pk__gt=last))[:size])
        yield from page
        if len(page) < size:
            return
        last = page[-1].pk


def _granted(model: type[models.Model]) -> list[str]:
    """Give the columns that the application may read: all of them, unless the grant names some."""
    reading = [each for each in _policies(model) if "select" in each.commands and "rundbord_job" in each.logins]
    named = [each.columns.get("select") for each in reading]
    if None in named:
        return [field.attname for field in model._meta.concrete_fields]
    return sorted({column for columns in named for column in columns or ()})


def _policies(model: type[models.Model]) -> list[RowPolicy]:
    return [each for each in model._meta.constraints if isinstance(each, RowPolicy)]


def _asks_for_unit(model: type[models.Model]) -> bool:
    told = [each.visible() for each in _policies(model)]
    return any("ctx.unit()" in text for text in told) and not any("'upkeep'" in text for text in told)
