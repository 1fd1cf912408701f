"""Parties that join and leave."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Authority
from rundbord.partnership.models import Party
from rundbord.partnership.queries import chair_of, chair_terms, parties, partnership, seat_of
from rundbord.partnership.rules.seats import IS_PARTY, objections_to_joining, objections_to_leaving

_JOINED_MEANWHILE = {"party_once_a_day": {"authority": IS_PARTY}}


def add_party(authority: Authority, *, joined_on: date, by: Actor) -> Party:
    """Let an authority join on a day; it sees the partnership's common rows from that day."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    seats = [seat_of(party) for party in parties()]
    if reasons := objections_to_joining(authority.pk, joined_on=joined_on, seats=seats):
        raise Refused(reasons)
    with refusing_collisions(_JOINED_MEANWHILE):
        party = Party.objects.create(
            partnership=partnership(), authority=authority, kind=authority.kind, joined_on=joined_on
        )
    audit.record(Event.PARTY_JOINED, about=party, by=by)
    return party


def end_party(party: Party, *, left_on: date, by: Actor) -> None:
    """Let a party leave: it sees everything on its last day, and nothing from the day after."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    terms = [chair_of(term) for term in chair_terms()]
    chair = next((term for term in terms if term.ends_on is None or term.ends_on >= timezone.localdate()), None)
    seats = [seat_of(other) for other in parties()]
    if reasons := objections_to_leaving(seat_of(party), left_on=left_on, seats=seats, chair=chair):
        raise Refused({"left_on": reasons})
    Party.objects.filter(pk=party.pk).update(left_on=left_on)
    audit.record(Event.PARTY_LEFT, about=party, by=by, details={"left_on": left_on.isoformat()})
