"""Who reads a conflict by each audience, unit by unit, so that it is seen before it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.access.roles import PERMISSIONS
from rundbord.conflicts.models import Conflict
from rundbord.conflicts.rules.facts import objections_to_owner
from rundbord.identity.models import Duty, Unit
from rundbord.identity.vocabulary import AuthorityKind, UnitKind
from rundbord.partnership.queries import units_at_table
from rundbord.partnership.vocabulary import Audience


@dataclass(frozen=True, kw_only=True)
class ReadingAuthority:
    """An authority that reads, by its units; `people` is None where only that authority knows its own users."""

    name: str
    units: list[str]
    people: int | None


@dataclass(frozen=True, kw_only=True)
class Change:
    """Who comes to read a conflict, who no longer does, and who reads it all along."""

    gained: list[ReadingAuthority]
    lost: list[ReadingAuthority]
    kept: list[ReadingAuthority]


def change_of_readers(conflict: Conflict, audience: Audience, actor: Actor) -> Change:
    """Compare who reads a conflict now with who would; in an administration sits nobody who does."""
    units = [unit for unit in units_at_table(actor, with_partners=False) if unit.kind != UnitKind.ADMINISTRATION]
    people = _own_people(actor)

    def listed(*, now: bool, then: bool) -> list[ReadingAuthority]:
        chosen = [
            unit
            for unit in units
            if _reads(unit, conflict, conflict.audience) is now and _reads(unit, conflict, audience.value) is then
        ]
        return _by_authority(chosen, own=actor.authority_id, people=people)

    return Change(
        gained=listed(now=False, then=True),
        lost=listed(now=True, then=False),
        kept=listed(now=True, then=True),
    )


def _reads(unit: Unit, conflict: Conflict, audience: str) -> bool:
    return not objections_to_owner(
        audience=audience,
        writer=conflict.authority_id,
        owner=unit.authority_id,
        owner_is_police=unit.authority.kind == AuthorityKind.POLICE,
    )


def _by_authority(units: list[Unit], *, own: UUID, people: int) -> list[ReadingAuthority]:
    names: dict[UUID, tuple[str, list[str]]] = {}
    for unit in units:
        names.setdefault(unit.authority_id, (unit.authority.name, []))[1].append(unit.name)
    return [
        ReadingAuthority(name=name, units=listed, people=people if key == own else None)
        for key, (name, listed) in names.items()
    ]


def _own_people(actor: Actor) -> int:
    """Count the own users whose duty today lets them see conflicts; other authorities' users are theirs to know."""
    today = timezone.localdate()
    roles = [role.value for role, permissions in PERMISSIONS.items() if Permission.SEE_CONFLICTS in permissions]
    holding = Duty.objects.filter(Q(ends_on=None) | Q(ends_on__gte=today), starts_on__lte=today)
    own = holding.filter(authority_id=actor.authority_id, role__in=roles)
    return own.values("user_id").distinct().count()
