"""Handing the chair from one party to the next."""

from __future__ import annotations

from datetime import date, timedelta

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.partnership.models import ChairTerm, Party
from rundbord.partnership.queries import chair_of, chair_terms, partnership, seat_of
from rundbord.partnership.rules.seats import objections_to_chair

HANDED_OVER_MEANWHILE = "En anden har netop overdraget formandskabet. Se, hvem der har det, før du prøver igen."
HANDED_OVER = {"one_chair_at_a_time": {"starts_on": HANDED_OVER_MEANWHILE}}


def hand_over_chair(to: Party, *, starts_on: date, note: str, overridden: list[str], by: Actor) -> ChairTerm:
    """Let a party take the chair on a day; the former chair's last day is the day before."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    terms = [chair_of(term) for term in chair_terms()]
    if reasons := objections_to_chair(seat_of(to), starts_on=starts_on, terms=terms):
        raise Refused(reasons)
    ChairTerm.objects.filter(partnership=partnership(), ends_on=None).update(ends_on=starts_on - timedelta(days=1))
    with refusing_collisions(HANDED_OVER):
        term = ChairTerm.objects.create(partnership=partnership(), party=to, starts_on=starts_on, note=note)
    audit.record(Event.CHAIR_HANDED_OVER, about=term, by=by, details={"starts_on": starts_on.isoformat()})
    audit.record_overriding(overridden, about=term, by=by)
    return term
