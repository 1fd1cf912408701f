"""Logging that a user kept words that the person guard had warned of."""

from __future__ import annotations

from collections.abc import Collection

from django.db import models

from rundbord.access.actor import Actor
from rundbord.audit.events import Event
from rundbord.audit.record import record


def record_overriding(kinds: Collection[str], *, about: models.Model, by: Actor) -> None:
    """Record which kinds of words were kept, never the words; nothing where none were."""
    if kinds:
        record(Event.GUARD_OVERRIDDEN, about=about, by=by, details={"kinds": ",".join(kinds)})
