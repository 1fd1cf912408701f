"""Rows that hang on a file, gathered as their apps declare them: one query a table, whether there is a file or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps

from rundbord.access.gathering import Gathered, Shown
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.places import place_of
from rundbord.rights.queries.gathering.catalogue import CATALOGUE
from rundbord.rights.queries.gathering.found import Item, Line, Sought, day_of, in_words, plain
from rundbord.rights.vocabulary import ItemGroup


def ids_or_nobody(ids: list[UUID]) -> list[UUID]:
    """Give the keys, or one that nobody has: a query is sent either way, so that the work is the same."""
    return ids or [uuid4()]


def of_tables(sought: Sought) -> Iterator[Item]:
    """Give what stands in the tables that hang on the files."""
    for table in CATALOGUE:
        if isinstance(table, Gathered):
            yield from _of_table(table, sought)


def _of_table(table: Gathered, sought: Sought) -> Iterator[Item]:
    model = apps.get_model(table.model)
    rows = model._default_manager.filter(**{f"{table.by}__in": ids_or_nobody(list(sought.files))})
    related = "__".join(table.by.split("__")[:-1])
    for row in rows.select_related(related) if related else rows:
        file_id = _value(row, table.by)
        key = sought.key_of(file_id)
        if key is None:
            continue
        plain = Item(
            group=ItemGroup.OTHERS if table.is_of_others else ItemGroup.OWN,
            model=table.model,
            lines=_lines(row, table, key, names_notifier=False),
            source_id=row.pk,
            root_id=file_id,
            on=day_of(getattr(row, table.on)),
            needs_eyes=table.needs_eyes,
        )
        yield from with_notifier(plain, _lines(row, table, key, names_notifier=True))


def with_notifier(plain: Item, notifier: tuple[Line, ...]) -> Iterator[Item]:
    """Give an item, and who told it as one of its own, which is answered apart."""
    yield plain
    if notifier:
        yield replace(plain, group=ItemGroup.NOTIFIER, lines=notifier, needs_eyes=True, attached=None)


def _lines(row: Any, table: Gathered, key: OpenKey, *, names_notifier: bool) -> tuple[Line, ...]:
    shown = (_line(row, each, key) for each in table.shown if each.names_notifier is names_notifier)
    return tuple(line for line in shown if line[1])


def _line(row: Any, shown: Shown, key: OpenKey) -> Line:
    value = getattr(row, shown.column)
    if shown.is_sealed:
        return shown.label, plain(key.open(bytes(value), at=place_of(row, shown.column))) if value else ""
    return shown.label, in_words(value, shown.words)


def _value(row: Any, path: str) -> Any:
    return reduce(getattr, path.split("__"), row)
