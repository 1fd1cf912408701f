"""Exit coordinators of the other parties: whom a consent can name, and who can then be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connections

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.session import current_login
from rundbord.identity.models import Unit
from rundbord.sharing.queries import AddressableUnit
from rundbord.sharing.rules.proposals import Recipient


@dataclass(frozen=True, kw_only=True)
class Fellow:
    """One exit coordinator of another party; `name` is unique in a list."""

    user_id: UUID
    unit: Unit
    name: str

    def recipient(self) -> Recipient:
        """Give them as the rules judge them: a coordinator, and the copy's only reader."""
        of_unit = AddressableUnit(unit=self.unit).recipient(functions=(str(self.user_id),))
        return Recipient(
            name=self.name,
            capacity=of_unit.capacity,
            authority=of_unit.authority,
            regime=of_unit.regime,
            channels=of_unit.channels,
            readers=of_unit.readers,
            is_exit_coordinator=True,
        )


def fellows_of(actor: Actor) -> list[Fellow]:
    """List the exit coordinators of the other parties of the table, by name, for somebody who is one."""
    actor.must(Permission.COORDINATE_EXIT)
    with connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT user_id, label, unit_id FROM ctx.fellow_exit_coordinators()")
        found = cursor.fetchall()
    units = {unit.pk: unit for unit in _units(unit_id for _, _, unit_id in found)}
    named = [
        (user_id, units[unit_id], f"{label}, {units[unit_id].name}, {units[unit_id].authority.short_name}")
        for user_id, label, unit_id in found
        if unit_id in units
    ]
    return _told_apart(sorted(named, key=lambda each: (each[2], str(each[0]))))


def _units(ids: Iterable[UUID]) -> Iterable[Unit]:
    return Unit.objects.filter(pk__in=set(ids), closed_at=None).select_related("authority")


def _told_apart(named: list[tuple[UUID, Unit, str]]) -> list[Fellow]:
    """Number those of the same name in the same unit."""
    seen: Counter[str] = Counter()
    fellows = []
    for user_id, unit, name in named:
        seen[name] += 1
        which = f"{name} ({seen[name]})" if seen[name] > 1 else name
        fellows.append(Fellow(user_id=user_id, unit=unit, name=which))
    return fellows
