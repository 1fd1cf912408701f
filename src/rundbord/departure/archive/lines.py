"""A row as one line of JSON: sealed words in clear, since the whole archive is sealed; a file by its name."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.departure.archive.tables import FILES, SEALED_FILES
from rundbord.departure.rules.left_out import LEFT_OUT_COLUMNS
from rundbord.keys.core.sealing import OpenKey
from rundbord.keys.core.trouble import CannotOpen
from rundbord.keys.core.two_keys import open_under_both
from rundbord.keys.places import place_of
from rundbord.keys.queries import open_keys

# Bytes that seal nothing: sums, seeds and marks. All other bytes are sealed words.
PLAIN = {"digest", "seal", "salt", "mark", "seed", "root", "content_digest", "stood"}
_HEADER = slice(1, 17)


@dataclass(frozen=True, kw_only=True)
class Written:
    """A row as it stands in the archive; `shut` names columns whose key has been destroyed."""

    line: bytes
    shut: list[str]
    file: tuple[str, bytes] | None = None


@dataclass
class Lines:
    """Writes rows, and opens what is sealed by the authority's own keys, a page of them at a time."""

    actor: Actor
    _keys: dict[UUID, OpenKey] = field(default_factory=dict)

    def written(self, rows: list[models.Model]) -> Iterable[Written]:
        """Write some rows of one table."""
        wanted = {key for row in rows for key in _keys_of(row)}
        with acting_for(self.actor):
            self._keys = open_keys(wanted) if wanted else {}
        return (self._written(row) for row in rows)

    def _written(self, row: models.Model) -> Written:
        label, shut, file = row._meta.label, [], None
        told: dict[str, Any] = {}
        for column in _read_columns(row):
            value = getattr(row, column.attname)
            if column.name in LEFT_OUT_COLUMNS.get(label, ()):
                continue
            if FILES.get(label) == column.name and value:
                file = self._file(row, column.name)
                told[column.name] = _name_and_sum(file)
                shut += [] if file else [column.name]
            elif isinstance(column, models.BinaryField) and value:
                told[column.name] = self._bytes(row, column.name, shut)
            else:
                told[column.attname] = None if isinstance(value, bytes | memoryview) else value
        if shut:
            told["_lukket"] = shut
        return Written(line=_as_line(told), shut=shut, file=file)

    def _bytes(self, row: models.Model, column: str, shut: list[str]) -> str | None:
        value = bytes(getattr(row, column))
        if column in PLAIN:
            return value.hex()
        try:
            return self._opened(row, column, value)
        except (CannotOpen, KeyError):
            shut.append(column)
            return None

    def _opened(self, row: models.Model, column: str, value: bytes) -> str:
        outer, at = self._keys[_key_in(value)], place_of(row, column)
        inner = getattr(row, "taken_key_id", None)
        if inner is not None and column == "body":
            return open_under_both(value, outer=outer, inner=self._keys[inner], at=at)
        return outer.open(value, at=at)

    def _file(self, row: models.Model, column: str) -> tuple[str, bytes] | None:
        value, name = bytes(getattr(row, column)), f"bilag/{row._meta.label}/{row.pk}"
        if row._meta.label not in SEALED_FILES:
            return name, value
        try:
            return name, self._keys[_key_in(value)].open_file(value, at=place_of(row, column))
        except (CannotOpen, KeyError):
            return None


def _name_and_sum(file: tuple[str, bytes] | None) -> Mapping[str, Any] | None:
    if file is None:
        return None
    name, content = file
    return {"fil": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _keys_of(row: models.Model) -> Iterable[UUID]:
    for column in _read_columns(row):
        value = getattr(row, column.attname)
        is_sealed = isinstance(column, models.BinaryField) and column.name not in PLAIN
        if is_sealed and value and (FILES.get(row._meta.label) != column.name or row._meta.label in SEALED_FILES):
            yield _key_in(bytes(value))
    inner = getattr(row, "taken_key_id", None)
    if inner is not None:
        yield inner


def _read_columns(row: models.Model) -> list[models.Field[Any, Any]]:
    unread = row.get_deferred_fields()
    return [column for column in row._meta.concrete_fields if column.attname not in unread]


def _key_in(value: bytes) -> UUID:
    return UUID(bytes=value[_HEADER].ljust(16, b"\0"))


def _as_line(told: Mapping[str, Any]) -> bytes:
    return (json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False) + "\n").encode()
