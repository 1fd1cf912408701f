"""Parties that join and leave."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.foureyes.actions import place_order
from rundbord.foureyes.models import Order
from rundbord.foureyes.vocabulary import DeedKind
from rundbord.identity.models import Authority
from rundbord.partnership.models import Party
from rundbord.partnership.queries import chair_of, chair_terms, parties, partnership, seat_of
from rundbord.partnership.rules.seats import IS_PARTY, objections_to_joining, objections_to_leaving

_JOINED_MEANWHILE = {"party_once_a_day": {"authority": IS_PARTY}}


def add_party(authority: Authority, *, joined_on: date, by: Actor) -> Order:
    """Order that an authority joins on a day; it happens when another person confirms it."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    _refuse_joining(authority.pk, joined_on)
    words = f"{authority.name} optages som part fra {_in_words(joined_on)} og ser alt fælles fra den dag."
    return place_order(DeedKind.ADMIT_PARTY, subject=authority.pk, day=joined_on, words=words, by=by)


def end_party(party: Party, *, left_on: date, by: Actor) -> Order:
    """Order that a party leaves: it sees everything on its last day, and nothing from the day after."""
    by.must(Permission.GOVERN_PARTNERSHIP)
    _refuse_leaving(party, left_on)
    words = f"{party.authority.name} udtræder. Sidste dag er {_in_words(left_on)}; derefter ser de intet fælles."
    return place_order(DeedKind.END_PARTY, subject=party.pk, day=left_on, words=words, by=by)


def admit_as_ordered(order: Order, by: Actor) -> None:
    """Let the authority of a confirmed order join, if nothing speaks against it today."""
    authority = Authority.objects.get(pk=order.subject)
    _refuse_joining(authority.pk, order.day)
    with refusing_collisions(_JOINED_MEANWHILE):
        party = Party.objects.create(
            partnership=partnership(), authority=authority, kind=authority.kind, joined_on=order.day
        )
    audit.record(Event.PARTY_JOINED, about=party, by=by)


def end_as_ordered(order: Order, by: Actor) -> None:
    """Let the party of a confirmed order leave, if nothing speaks against it today."""
    party = Party.objects.get(pk=order.subject)
    _refuse_leaving(party, order.day)
    Party.objects.filter(pk=party.pk).update(left_on=order.day)
    audit.record(Event.PARTY_LEFT, about=party, by=by, details={"left_on": order.day.isoformat()})


def _refuse_joining(authority_id: UUID, joined_on: date) -> None:
    seats = [seat_of(party) for party in parties()]
    if reasons := objections_to_joining(authority_id, joined_on=joined_on, seats=seats):
        raise Refused(reasons)


def _refuse_leaving(party: Party, left_on: date) -> None:
    terms = [chair_of(term) for term in chair_terms()]
    chair = next((term for term in terms if term.ends_on is None or term.ends_on >= timezone.localdate()), None)
    seats = [seat_of(other) for other in parties()]
    if reasons := objections_to_leaving(seat_of(party), left_on=left_on, seats=seats, chair=chair):
        raise Refused({"left_on": reasons})


def _in_words(day: date) -> str:
    return date_format(day, "j. F Y")
