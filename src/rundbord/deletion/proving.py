"""Proving — slettebevis: that every row past its last day is gone or opens nothing, and that the key store agrees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from rundbord.access.actor import Actor
from rundbord.deletion.sources import sources
from rundbord.keys.core.wrapping import KeyName
from rundbord.keys.current import current_store
from rundbord.keys.models import DataKey
from rundbord.keys.store.backups import expired


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that should be gone: what, and how much of it."""

    what: str
    count: int


def left_over(actor: Actor, today: date) -> list[Finding]:
    """Ask every source of the actor's authority what should have gone before today and has not."""
    counted = [Finding(what=source.label, count=source.overdue(actor, today)) for source in sources()]
    return [each for each in counted if each.count]


def keys_that_open(actor: Actor) -> list[Finding]:
    """Find keys that the database calls destroyed and the key store does not."""
    gone = DataKey.objects.filter(authority_id=actor.authority_id, destroyed_at__isnull=False)
    store = current_store()
    names = (
        KeyName(owner=actor.authority_id, key_id=key_id) for key_id in gone.values_list("pk", flat=True).iterator()
    )
    living = sum(1 for name in names if not store.is_gone(name))
    return [Finding(what="Nøgler, som nøglelageret stadig har", count=living)] if living else []


def old_backups(now: datetime) -> list[Finding]:
    """Find backups of the key store that have had their fortnight."""
    folder: Path | None = settings.KEY_BACKUPS
    if folder is None or not folder.exists():
        return []
    old = expired(folder, now=now)
    return [Finding(what="Sikkerhedskopier af nøglelageret, der er ældre end 14 dage", count=len(old))] if old else []
