"""Original reports of the police that are emptied soon, and those that should have been."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.deletion.sources import Due, Source
from rundbord.situation.models import SourceText


def falling_due(actor: Actor, today: date, until: date) -> list[Due]:
    """List the own authority's originals by the day on which they are emptied."""
    if not actor.may(Permission.READ_SOURCE_TEXT):
        return []
    rows = _whole(actor).filter(delete_at__gte=_begin(today), delete_at__lt=_begin(until + timedelta(days=1)))
    return [
        Due(number=number, day=timezone.localdate(at), rule="source_text")
        for number, at in rows.values_list("pk", "delete_at")
    ]


def overdue(actor: Actor, today: date) -> int:
    """Count originals that should have been emptied before today."""
    return _whole(actor).filter(delete_at__lt=_begin(today)).count()


def _whole(actor: Actor) -> QuerySet[SourceText]:
    return SourceText.objects.filter(authority_id=actor.authority_id, deleted_at=None)


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


SOURCE = Source(label="Originale døgnrapporter", due=falling_due, overdue=overdue, is_listed=False, order=50)
