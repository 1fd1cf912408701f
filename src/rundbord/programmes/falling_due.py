"""Names of participants that go soon, and those that should have gone."""

from __future__ import annotations

from datetime import date

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.deletion.sources import Due, Source
from rundbord.programmes.models import Participant
from rundbord.programmes.queries import past_their_day


def falling_due(actor: Actor, today: date, until: date) -> list[Due]:
    """List those within reach, by their number alone."""
    if not actor.may(Permission.RUN_PROGRAMMES):
        return []
    near = Participant.objects.filter(
        authority_id=actor.authority_id, delete_on__gte=today, delete_on__lte=until, data_key__destroyed_at=None
    )
    return [Due(number=pk, day=day, rule="participant") for pk, day in near.values_list("pk", "delete_on")]


def overdue(actor: Actor, today: date) -> int:
    """Count names whose last day has passed and whose keys stand."""
    return past_their_day(actor, today=today).count()


SOURCE = Source(label="Deltagere på hold", due=falling_due, overdue=overdue, is_listed=False, order=30)
