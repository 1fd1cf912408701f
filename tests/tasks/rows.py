"""Decisions that tests begin from, written as the owner."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from rundbord.identity.models import Unit
from rundbord.tasks.models import Task
from tests.database import as_owner
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
