"""Joint visits that go soon; and exit cases that should have gone, of which nothing is foreseen (ADR 0028)."""

from __future__ import annotations

from datetime import date

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.deletion.sources import Due, Source
from rundbord.interventions.models import ExitCase, JointVisit


def visits_due(actor: Actor, today: date, until: date) -> list[Due]:
    """List the own authority's joint visits within reach."""
    if not actor.may(Permission.WORK_CONCERNS):
        return []
    near = JointVisit.objects.filter(authority_id=actor.authority_id, delete_on__gte=today, delete_on__lte=until)
    return [Due(number=pk, day=day, rule="joint_visit") for pk, day in near.values_list("pk", "delete_on")]


def visits_overdue(actor: Actor, today: date) -> int:
    """Count those past their day."""
    return JointVisit.objects.filter(authority_id=actor.authority_id, delete_on__lt=today).count()


def nothing_ahead(actor: Actor, today: date, until: date) -> list[Due]:
    """Foresee nothing."""
    return []


def exits_overdue(actor: Actor, today: date) -> int:
    """Count exit cases past their day: nightly work sees these and no others."""
    return ExitCase.objects.filter(authority_id=actor.authority_id, delete_on__lt=today).count()


SOURCES = (
    Source(label="Fælles besøg", due=visits_due, overdue=visits_overdue, is_listed=False, order=40),
    Source(label="Exit-forløb", due=nothing_ahead, overdue=exits_overdue, is_foreseen=False, order=91),
)
