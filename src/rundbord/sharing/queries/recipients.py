"""Who tells and who can be told: units at the table as the rules judge them, and how many would read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connections
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.access.session import current_login
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind, Channel, Regime, UnitKind
from rundbord.partnership.queries import agreement_in_force, parties, seat_of, units_at_table
from rundbord.sharing.rules.capacities import NEVER_READERS, capacity_of
from rundbord.sharing.rules.functions import READING_FUNCTIONS
from rundbord.sharing.rules.proposals import PartnershipFrame, Recipient, Sender
from rundbord.sharing.vocabulary import Capacity

_NEVER_TOLD = NEVER_READERS | {Capacity.INVESTIGATION}


@dataclass(frozen=True, kw_only=True)
class AddressableUnit:
    """A unit that a copy can be sent to."""

    unit: Unit

    @property
    def name(self) -> str:
        """Name it with its authority: unique at the table, and the name by which the rules speak of it."""
        return f"{self.unit.name}, {self.unit.authority.short_name}"

    @property
    def capacity(self) -> Capacity:
        """Tell what it is in the eyes of the law."""
        return capacity_of(AuthorityKind(self.unit.authority.kind), UnitKind(self.unit.kind))

    def recipient(self, *, functions: Iterable[str] = (), is_notifier: bool = False) -> Recipient:
        """Give it as the rules judge it; `functions` are who of it shall read."""
        return Recipient(
            name=self.name,
            capacity=self.capacity,
            authority=self.unit.authority_id,
            regime=Regime(self.unit.regime),
            channels=frozenset(map(Channel, self.unit.channels)),
            readers=frozenset(functions),
            is_notifier=is_notifier,
        )


def addressable_units(actor: Actor) -> list[AddressableUnit]:
    """List the units of parties that can be told: others, the own authority's first; never partners or investigators.

    Who has no task that needs a person is not offered either (table A.13): a secretariat, an administration.
    """
    units = units_at_table(actor, with_partners=False)
    listed = [AddressableUnit(unit=unit) for unit in units if unit.pk != actor.unit_id]
    return [each for each in listed if each.capacity not in _NEVER_TOLD]


def sender_of(actor: Actor) -> Sender:
    """Give the actor's own unit as the rules judge it; whoever works in none tells nobody anything."""
    unit = Unit.objects.select_related("authority").filter(pk=actor.unit_id).first() if actor.unit_id else None
    if unit is None:
        raise Refused("Du arbejder ikke i en enhed og kan ikke give noget videre.")
    return Sender(
        capacity=AddressableUnit(unit=unit).capacity,
        authority=unit.authority_id,
        regime=Regime(unit.regime),
        channels=frozenset(map(Channel, unit.channels)),
    )


def frame_today() -> PartnershipFrame | None:
    """Give the agreement in force with the parties of today; None where there is none."""
    dated = agreement_in_force()
    if dated is None:
        return None
    today = timezone.localdate()
    seated = frozenset(party.authority_id for party in parties() if seat_of(party).holds_on(today))
    return PartnershipFrame(parties=seated, starts_on=dated.term.starts_on, ends_on=dated.term.ends_on)


def readers_in(units: Iterable[Unit], *, functions: Iterable[str] = ()) -> dict[UUID, int]:
    """Count, for each unit, the people in functions that read copies, or in those named; in one query."""
    wanted = list(functions) or [role.value for role in READING_FUNCTIONS]
    ids = [unit.pk for unit in units]
    if not ids:
        return {}
    with connections[current_login()].cursor() as cursor:
        cursor.execute(
            "SELECT asked.id, ctx.readers_of_unit(asked.id, %s) FROM unnest(%s::uuid[]) AS asked(id)", [wanted, ids]
        )
        return {unit_id: count for unit_id, count in cursor.fetchall()}
