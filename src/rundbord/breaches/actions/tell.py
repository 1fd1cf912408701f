"""Writing to a person whom a breach is about: the letter is made and counted, whom it went to is kept nowhere."""

from __future__ import annotations

from django.db.models import F

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.breaches.actions.holding import held_open
from rundbord.breaches.models import Breach
from rundbord.breaches.vocabulary import YesNo


def tell(breach: Breach, *, by: Actor) -> None:
    """Count one letter."""
    standing = held_open(breach, by=by)
    if standing.tell != YesNo.YES:
        raise Refused("Vurdér først, at personerne skal have besked.")
    Breach.objects.filter(pk=standing.pk).update(told=F("told") + 1)
    audit.record(Event.BREACH_LETTER_PRINTED, about=standing, by=by)
