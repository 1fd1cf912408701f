"""End whatever runs for somebody who moves to another municipality — slut alt ved flytning."""

from __future__ import annotations

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.models import YoungPerson
from rundbord.interventions.actions.end_intervention import end_intervention
from rundbord.interventions.models import Intervention
from rundbord.interventions.vocabulary import Ending


def end_for_move(person: YoungPerson, *, reason: str, by: Actor) -> int:
    """End every one of the file with the reason, and give how many."""
    by.must(Permission.WORK_CONCERNS)
    running = list(Intervention.objects.filter(person=person, ended_at=None).order_by("started_at", "id"))
    for intervention in running:
        intervention.person = person
        end_intervention(intervention, ending=Ending.MOVED, reason=reason, by=by)
    return len(running)
