"""Read source text — læs original: each look at the words as the police wrote them is logged."""

from __future__ import annotations

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.audit import Event
from rundbord.situation.models import SourceText


def read_source_text(source: SourceText, *, by: Actor) -> str:
    """Give the original, and log that it was given; a deleted one is empty."""
    by.must(Permission.READ_SOURCE_TEXT)
    audit.record(Event.SOURCE_TEXT_READ, about=source, by=by)
    return source.text
