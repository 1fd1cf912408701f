"""Clearing away: an archive lies there for two days at most, and half an hour once it is being fetched."""

from __future__ import annotations

from django.db.models import Q
from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.audit import Event
from rundbord.departure.models import Export, ExportPiece
from rundbord.departure.rules.times import LIES, OPEN


def clear_exports(*, by: Actor) -> int:
    """Remove the bytes of what has had its time, ready or never finished, and say of how many exports."""
    now = timezone.now()
    over = Q(fetched_at__lt=now - OPEN) | Q(built_at__lt=now - LIES) | Q(built_at=None, ordered_at__lt=now - 8 * LIES)
    pieces = ExportPiece.objects.filter(authority_id=by.authority_id)
    gone = list(Export.objects.filter(over, pk__in=pieces.values("export_id")))
    for export in gone:
        pieces.filter(export=export).delete()
        audit.record(Event.EXPORT_CLEARED, about=export, by=by)
    return len(gone)
