"""What the forms for reporting need: places in the order of use, who may read, who owes a report."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from uuid import UUID

from django.db.models import Count, Q
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.sorting import sort_key
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind, UnitKind
from rundbord.partnership.models import Area, Party, ReportingDuty
from rundbord.partnership.queries import place_names
from rundbord.situation.models import Report
from rundbord.situation.rules.readers import Reader

_MOST_FREQUENT = 6
_LOOK_BACK = timedelta(days=60)
_NOT_READING = (UnitKind.ADMINISTRATION.value,)


def open_areas() -> list[Area]:
    """List the partnership's areas in Danish order of names."""
    return list(Area.objects.filter(closed_at=None).order_by("sort_key", "id"))


def frequent_areas(actor: Actor) -> list[UUID]:
    """List the areas that the actor's unit has reported from most in the last two months."""
    recent = Report.objects.filter(unit=unit_of(actor), created_at__gte=timezone.now() - _LOOK_BACK)
    counted = recent.exclude(area=None).order_by().values("area_id").annotate(times=Count("*"))
    return [row["area_id"] for row in counted.order_by("-times", "area_id")[:_MOST_FREQUENT]]


def possible_readers() -> list[Reader]:
    """List the parties of today with the units whose users may read; partners' units are not shown to others."""
    today = timezone.localdate()
    seats = Party.objects.filter(Q(left_on=None) | Q(left_on__gte=today), joined_on__lte=today)
    parties = list(seats.select_related("authority").order_by("authority__name", "id"))
    units = _units_by_authority([party.authority_id for party in parties])
    return [
        Reader(
            authority_id=party.authority_id,
            name=party.authority.name,
            kind=AuthorityKind(party.authority.kind),
            units=tuple(units[party.authority_id]),
        )
        for party in parties
    ]


def owes_report(actor: Actor) -> bool:
    """Tell whether the actor's unit has promised to report today; partners have no such duty."""
    if actor.is_place:
        return False
    today = timezone.localdate()
    duties = ReportingDuty.objects.filter(unit=unit_of(actor), starts_on__lte=today)
    return duties.filter(Q(ends_on=None) | Q(ends_on__gte=today)).exists()


def unit_of(actor: Actor) -> Unit:
    """Find the actor's own unit; who sits in none, or in no partnership, has nothing to report from."""
    unit = Unit.objects.filter(pk=str(actor.unit_id or UUID(int=0))).first()
    if unit is None or actor.partnership_id is None:
        raise Http404
    return unit


def street_names() -> list[str]:
    """List the names of areas and of the streets that lead to them, for fields that complete what is typed."""
    return sorted(place_names(), key=sort_key)


def _units_by_authority(authorities: list[UUID]) -> defaultdict[UUID, list[str]]:
    units = Unit.objects.filter(authority_id__in=authorities, closed_at=None).exclude(kind__in=_NOT_READING)
    by_authority: defaultdict[UUID, list[str]] = defaultdict(list)
    for unit in units.order_by("name", "id"):
        by_authority[unit.authority_id].append(unit.name)
    return by_authority
