"""Drawing, changing and closing areas, with the streets that lead to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Authority
from rundbord.partnership.models import Area, AreaStreet
from rundbord.partnership.queries import partnership, streets_of
from rundbord.partnership.rules import centre_of, objection_to_outline, sort_key, street_key

NAME_TAKEN = "Partnerskabet har allerede et område med det navn."
_TAKEN_MEANWHILE = {"area_name_once": {"name": NAME_TAKEN}}


@dataclass(frozen=True, kw_only=True)
class AreaTerms:
    """What an area is; `authority` is the one in whose land it lies, the outline GeoJSON or None for streets alone."""

    name: str
    kind: str
    authority: Authority
    outline: dict[str, Any] | None
    streets: tuple[str, ...] = ()

    def columns(self) -> dict[str, Any]:
        """Give the area's own columns."""
        centre = centre_of(self.outline) if self.outline else None
        return {
            "name": self.name,
            "sort_key": sort_key(self.name)[:240],
            "kind": self.kind,
            "authority": self.authority,
            "outline": self.outline,
            "centre_lat": centre.lat if centre else None,
            "centre_lon": centre.lon if centre else None,
        }


def create_area(terms: AreaTerms, *, by: Actor) -> Area:
    """Add an area; raise Refused with every reason."""
    by.must(Permission.EDIT_AREAS)
    _refuse_wrong(terms, but=None)
    with refusing_collisions(_TAKEN_MEANWHILE):
        area = Area.objects.create(partnership=partnership(), **terms.columns())
    _set_streets(area, terms.streets)
    audit.record(Event.AREA_CREATED, about=area, by=by)
    return area


def change_area(area: Area, terms: AreaTerms, *, by: Actor) -> None:
    """Change an area; what has been reported from it stays with it."""
    by.must(Permission.EDIT_AREAS)
    _refuse_wrong(terms, but=area)
    with refusing_collisions(_TAKEN_MEANWHILE):
        Area.objects.filter(pk=area.pk).update(**terms.columns(), changed_at=timezone.now())
    _set_streets(area, terms.streets)
    audit.record(Event.AREA_CHANGED, about=area, by=by)


def close_area(area: Area, *, by: Actor) -> None:
    """Close an area: nothing new is placed in it, what was reported stays."""
    by.must(Permission.EDIT_AREAS)
    Area.objects.filter(pk=area.pk).update(closed_at=timezone.now())
    audit.record(Event.AREA_CLOSED, about=area, by=by)


def import_areas(proposed: Sequence[AreaTerms], *, by: Actor) -> int:
    """Add all areas of a checked file, or none, and say how many."""
    by.must(Permission.EDIT_AREAS)
    for terms in proposed:
        create_area(terms, by=by)
    audit.record(Event.AREAS_IMPORTED, by=by, details={"count": len(proposed)})
    return len(proposed)


def import_streets(streets: Sequence[tuple[str, Area]], *, by: Actor) -> int:
    """Let each street lead to its area, also where it led elsewhere before, and say how many."""
    by.must(Permission.EDIT_AREAS)
    by_key = {street_key(name): (name, area) for name, area in streets}
    AreaStreet.objects.filter(key__in=by_key).delete()
    AreaStreet.objects.bulk_create(
        AreaStreet(partnership_id=area.partnership_id, area=area, key=key, name=name)
        for key, (name, area) in by_key.items()
    )
    audit.record(Event.AREAS_IMPORTED, by=by, details={"streets": len(by_key)})
    return len(by_key)


def _refuse_wrong(terms: AreaTerms, *, but: Area | None) -> None:
    same_name = Area.objects.filter(closed_at=None, name__iexact=terms.name)
    others = same_name.exclude(pk=but.pk) if but else same_name
    objection = "" if terms.outline is None else objection_to_outline(terms.outline)
    elsewhere = _streets_elsewhere(terms.streets, but)
    checks = [
        ("name", NAME_TAKEN, others.exists()),
        ("outline", objection, bool(objection)),
        ("streets", f"Hører allerede til et andet område: {', '.join(elsewhere)}.", bool(elsewhere)),
    ]
    if reasons := {field: [sentence] for field, sentence, applies in checks if applies}:
        raise Refused(reasons)


def _streets_elsewhere(streets: Sequence[str], but: Area | None) -> list[str]:
    known = AreaStreet.objects.select_related("area").filter(
        key__in=[street_key(name) for name in streets], area__closed_at=None
    )
    return [f"{street.name} ({street.area.name})" for street in known if but is None or street.area_id != but.pk]


def _set_streets(area: Area, names: Sequence[str]) -> None:
    wanted = {street_key(name): name for name in names}
    kept = {street.key for street in streets_of(area) if wanted.get(street.key) == street.name}
    AreaStreet.objects.filter(area=area).exclude(key__in=kept).delete()
    AreaStreet.objects.bulk_create(
        AreaStreet(partnership_id=area.partnership_id, area=area, key=key, name=name)
        for key, name in wanted.items()
        if key not in kept
    )
