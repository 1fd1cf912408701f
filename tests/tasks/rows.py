"""Decisions that tests begin from, written as the owner."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from rundbord.identity.models import Unit
from rundbord.partnership.models import Forum, ForumSeat
from rundbord.partnership.vocabulary import ForumKind, Rhythm, SeatRole
from rundbord.tasks.models import Task
from tests.database import as_owner
from tests.factories.rows import LONG_AGO
from tests.factories.situations import Vestegnen


def decided(vestegnen: Vestegnen, owner: Unit, *, due_in: int = 3, **columns: Any) -> Task:
    """Write a decision that Gladsaxe took, due in some days."""
    with as_owner():
        return Task.objects.create(
            **{
                "partnership": vestegnen.partnership,
                "authority": vestegnen.gladsaxe,
                "audience": "parties",
                "what": "Gå en fælles runde",
                "owner": owner,
                "due_on": timezone.localdate() + timedelta(days=due_in),
                "decided_at": timezone.now(),
                "decided_by": vestegnen.leader.pk,
                "decided_in": vestegnen.gladsaxe_ssp,
                **columns,
            }
        )


def forum_with(vestegnen: Vestegnen, *units: Unit, kind: ForumKind = ForumKind.COORDINATION) -> Forum:
    """Write a forum in which these units are seated since long; the first one chairs it."""
    with as_owner():
        forum = Forum.objects.create(
            partnership=vestegnen.partnership,
            authority_id=units[0].authority_id,
            kind=kind,
            name=kind.label,
            rhythm=Rhythm.WEEKS,
            opened_at=timezone.now(),
        )
        for position, unit in enumerate(units):
            ForumSeat.objects.create(
                partnership=vestegnen.partnership,
                forum=forum,
                authority_id=unit.authority_id,
                unit=unit,
                unit_name=unit.name,
                role=SeatRole.MEMBER if position else SeatRole.CHAIR,
                starts_on=LONG_AGO,
            )
    return forum
