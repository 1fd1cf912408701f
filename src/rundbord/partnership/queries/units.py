"""Units of the parties, to choose from."""

from __future__ import annotations

from rundbord.access.actor import Actor
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind

_PARTNERS = (AuthorityKind.HOUSING, AuthorityKind.CIVIL)


def units_at_table(actor: Actor, *, with_partners: bool = True) -> list[Unit]:
    """List every open unit at the table, the own authority's first; with or without those of partners."""
    units = Unit.objects.filter(closed_at=None).select_related("authority").order_by("authority__name", "name")
    listed = units if with_partners else units.exclude(authority__kind__in=_PARTNERS)
    return sorted(listed, key=lambda unit: unit.authority_id != actor.authority_id)
