"""Logging that a user kept words that the person guard had warned of."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import models

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.audit import Event


def record_overriding(kinds: Sequence[str], *, about: models.Model, by: Actor) -> None:
    """Record which kinds of words were kept, never the words."""
    if kinds:
        audit.record(Event.GUARD_OVERRIDDEN, about=about, by=by, details={"kinds": ",".join(kinds)})
