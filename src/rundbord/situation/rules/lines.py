"""One line of a picture, live in the draft and frozen when published: the same shape, so that nothing is told twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from rundbord.situation.rules.period import DENMARK
from rundbord.situation.vocabulary import EntryKind

Content = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Line:
    """What stands in the picture, and who may read it; `content` is JSON, with moments as ISO text."""

    kind: EntryKind
    audience: str
    content: Content
    incident_id: UUID | None = None

    def moment(self, name: str) -> datetime | None:
        """Read a moment of the content, in Danish time."""
        told = self.content.get(name)
        return datetime.fromisoformat(told).astimezone(DENMARK) if told else None

    def day(self, name: str) -> date | None:
        """Read a day of the content."""
        told = self.content.get(name)
        return date.fromisoformat(told) if told else None

    def words(self, name: str) -> str:
        """Read a text of the content; empty where there is none."""
        return str(self.content.get(name) or "")


def iso(moment: date | datetime | None) -> str | None:
    """Write a moment or day as content holds it."""
    return moment.isoformat() if moment else None
