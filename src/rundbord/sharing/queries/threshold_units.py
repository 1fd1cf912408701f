"""Whom a question without a name may be put to."""

from __future__ import annotations

from rundbord.access.actor import Actor
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import UnitKind
from rundbord.partnership.queries import units_at_table

# Investigators are never asked (retsplejeloven § 115 stk. 2); offices that run things have no part in a case.
_NEVER = {UnitKind.INVESTIGATION, UnitKind.ADMINISTRATION, UnitKind.SECRETARIAT}


def units_to_ask(actor: Actor) -> list[Unit]:
    """List the units of other parties that work with young people, housing and civil partners left out."""
    at_table = units_at_table(actor, with_partners=False)
    return [unit for unit in at_table if unit.authority_id != actor.authority_id and unit.kind not in _NEVER]
