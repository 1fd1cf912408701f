"""What a search works with, and what it gives."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.concerns.models import YoungPerson
from rundbord.keys.core.cpr import Cpr
from rundbord.keys.core.sealing import OpenKey
from rundbord.rights.vocabulary import ItemGroup
from rundbord.ui.tags.danish import day

Line = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Whom it is about, and the own authority's files on them with their keys."""

    name: str
    cpr: Cpr
    actor: Actor
    files: Mapping[UUID, YoungPerson]
    keys: Mapping[UUID, OpenKey]

    def key_of(self, file_id: UUID) -> OpenKey | None:
        """Give the key of a file; None where it is destroyed."""
        return self.keys.get(self.files[file_id].data_key_id)


@dataclass(frozen=True, kw_only=True)
class Attached:
    """A file that was attached: its form, and what it holds."""

    form: str
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that was found, in lines of label and words."""

    group: ItemGroup
    model: str
    lines: tuple[Line, ...]
    source_id: UUID | None = None
    root_id: UUID | None = None
    sender_id: UUID | None = None
    disclosure_id: UUID | None = None
    on: date | None = None
    needs_eyes: bool = False
    is_uncertain: bool = False
    attached: Attached | None = None


def as_text(lines: Iterable[Line]) -> str:
    """Write lines as one text to be sealed."""
    return json.dumps(list(lines), ensure_ascii=False)


def from_text(text: str) -> list[Line]:
    """Read what `as_text` wrote."""
    return [(label, words) for label, words in json.loads(text)]


def in_words(value: Any, words: Any = None) -> str:
    """Write a value as the answer shows it; empty where there is none."""
    if value in (None, "", []):
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(in_words(each, words) for each in value)
    if isinstance(value, datetime):
        return day(timezone.localtime(value))
    if isinstance(value, date):
        return day(value)
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    return words(value).label if words is not None and value in set(words) else str(value)


def plain(text: str) -> str:
    """Flatten a text that was sealed as JSON to its words; any other stays as it is."""
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return "\n".join(_leaves(value)) if isinstance(value, dict | list) else text


def _leaves(value: Any) -> list[str]:
    if isinstance(value, Mapping):
        return [leaf for each in value.values() for leaf in _leaves(each)]
    if isinstance(value, list):
        return [leaf for each in value for leaf in _leaves(each)]
    return [str(value)] if value not in (None, "") else []


def day_of(value: date | datetime | None) -> date | None:
    """Give the Danish day of a day or a moment."""
    return timezone.localdate(value) if isinstance(value, datetime) else value
