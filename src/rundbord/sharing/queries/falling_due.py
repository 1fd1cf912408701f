"""Copies of what was received that go soon, and those that should have gone."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.deletion.sources import Due, Source
from rundbord.sharing.models import ErasedCopy, ReceivedDisclosure


def falling_due(actor: Actor, today: date, until: date) -> list[Due]:
    """List copies within reach whose last day is near; by their number alone."""
    if not actor.may(Permission.READ_DISCLOSED):
        return []
    rows = _standing(actor).filter(expires_on__gte=today, expires_on__lte=until)
    return [
        Due(number=number, day=day, rule="copy")
        for number, day in rows.values_list("disclosure_id", "expires_on")
        if day
    ]


def overdue(actor: Actor, today: date) -> int:
    """Count copies whose last day has passed and whose keys stand."""
    return _standing(actor).filter(expires_on__lt=today).count()


def _standing(actor: Actor) -> QuerySet[ReceivedDisclosure]:
    erased = ErasedCopy.objects.filter(authority_id=actor.authority_id).values("disclosure_id")
    return ReceivedDisclosure.objects.filter(authority_id=actor.authority_id).exclude(disclosure_id__in=erased)


SOURCE = Source(label="Modtagne kopier", due=falling_due, overdue=overdue, is_listed=False, order=20)
