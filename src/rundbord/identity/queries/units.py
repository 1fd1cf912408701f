"""Own units, for administration; fellow parties' units are visible too, so each query names the authority."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.identity.models import Duty, Unit


def own_units(actor: Actor) -> QuerySet[Unit]:
    """List own units by name with the number of duties in force, open ones first."""
    in_force = Q(duties__ends_on=None) | Q(duties__ends_on__gte=timezone.localdate())
    units = Unit.objects.filter(authority_id=actor.authority_id)
    return units.annotate(duty_count=Count("duties", filter=in_force)).order_by("-closed_at", "name")


def open_units(actor: Actor) -> QuerySet[Unit]:
    """List own units that are open, by name."""
    return Unit.objects.filter(authority_id=actor.authority_id, closed_at=None).order_by("name")


def own_unit(unit_id: UUID, actor: Actor) -> Unit:
    """Find an own unit, or raise Http404."""
    unit = Unit.objects.filter(pk=unit_id, authority_id=actor.authority_id).first()
    if unit is None:
        raise Http404
    return unit


def is_unit_name_taken(name: str, actor: Actor) -> bool:
    """Tell whether one of the authority's own units bears the name."""
    return Unit.objects.filter(authority_id=actor.authority_id, name=name).exists()


def bearers_of(unit: Unit) -> list[str]:
    """Name those who have a duty in the unit today or later."""
    duties = Duty.objects.filter(unit=unit).filter(Q(ends_on=None) | Q(ends_on__gte=timezone.localdate()))
    return list(duties.order_by("user_label").values_list("user_label", flat=True))
