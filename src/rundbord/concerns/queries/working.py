"""Whether somebody may work on a file: by role, and while nobody has moved away."""

from __future__ import annotations

from rundbord.access.actor import Actor
from rundbord.access.permissions import Permission
from rundbord.concerns.models import YoungPerson
from rundbord.identity.vocabulary import AuthorityKind


def may_work_on(person: YoungPerson, actor: Actor) -> bool:
    """Tell whether the page of a file offers to write in it; a restricted copy is only read."""
    return actor.may(Permission.WORK_CONCERNS) and person.moved_on is None


def may_tell_of(person: YoungPerson, actor: Actor) -> bool:
    """Tell whether something of it can be passed on: by somebody who works in a unit, and not of a restricted copy."""
    return actor.may(Permission.DISCLOSE) and actor.unit_id is not None and person.moved_on is None


def may_move_away(person: YoungPerson, actor: Actor) -> bool:
    """Tell whether the actor is the one who hands it over to another municipality (barnets lov § 132)."""
    is_municipality = actor.authority_kind == AuthorityKind.MUNICIPALITY
    is_lead = (person.lead_id, person.unit_id) == (actor.user_id, actor.unit_id)
    return is_municipality and is_lead and may_tell_of(person, actor)
