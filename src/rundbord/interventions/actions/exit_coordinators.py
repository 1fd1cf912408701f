"""Who coordinates an exit case: one responsible and one deputy; each gives away the other's place, never the own."""

from __future__ import annotations

from uuid import UUID

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.interventions.actions.exit_case_work import held
from rundbord.interventions.models import ExitCase
from rundbord.interventions.queries.exit_coordinators import coordinators_of


def name_deputy(case: ExitCase, user_id: UUID | None, *, by: Actor) -> None:
    """Name another exit coordinator of the own authority, or nobody; whoever it was before reads no more."""
    standing = held(case, by=by)
    if standing.responsible_id != by.user_id:
        raise Refused("Kun den ansvarlige vælger stedfortræder. Overtag forløbet først.")
    named = {each.user_id: each.label for each in coordinators_of(by)}
    if user_id is not None and (user_id not in named or user_id == by.user_id):
        raise Refused({"deputy": ["Vælg en anden exit-koordinator i jeres egen myndighed."]})
    label = named[user_id] if user_id else ""
    ExitCase.objects.filter(pk=standing.pk).update(deputy_id=user_id, deputy_label=label)
    audit.record(Event.EXIT_DEPUTY_NAMED, about=standing, by=by, details={"deputy": str(user_id or "")})


def take_over(case: ExitCase, *, by: Actor) -> None:
    """Let the deputy become responsible; whoever was becomes the deputy, and can then be replaced."""
    standing = held(case, by=by)
    if standing.deputy_id != by.user_id:
        raise Refused("Du er allerede den ansvarlige.")
    ExitCase.objects.filter(pk=standing.pk).update(
        responsible_id=standing.deputy_id,
        responsible_label=standing.deputy_label,
        deputy_id=standing.responsible_id,
        deputy_label=standing.responsible_label,
    )
    audit.record(Event.EXIT_TAKEN_OVER, about=standing, by=by)
