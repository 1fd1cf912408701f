"""Giving units seats in a forum, and ending them; a seat is a unit's and never a person's."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.identity.models import Unit
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Forum, ForumSeat
from rundbord.partnership.queries.forums import leads, seatings, seats_of
from rundbord.partnership.rules.forums import Seating, objections_to_ending, objections_to_seating
from rundbord.partnership.vocabulary import ForumKind, SeatRole

_TAKEN = {"seat_once_a_unit": {"unit": "Enheden har allerede en plads i dette forum."}}
LEADERS_ONLY = "Kun de enheder, der leder mødet eller er sekretær, kan give pladser og afslutte dem."


def give_seat(
    forum: Forum, unit: Unit, *, role: SeatRole, may_join_individual_part: bool = False, by: Actor
) -> ForumSeat:
    """Seat a unit of any party from today."""
    _must_lead(forum, by)
    seating = Seating(
        unit_id=unit.pk,
        authority_id=unit.authority_id,
        authority_kind=AuthorityKind(unit.authority.kind),
        role=role,
        may_join_individual_part=may_join_individual_part,
    )
    reasons = objections_to_seating(
        seating,
        kind=ForumKind(forum.kind),
        has_individual_part=forum.has_individual_part,
        seated=seatings(seats_of(forum)),
    )
    if reasons:
        raise Refused(reasons)
    with refusing_collisions(_TAKEN):
        seat = seat_row(forum, unit, role=role, joins=may_join_individual_part)
    audit.record(Event.SEAT_GIVEN, about=seat, by=by, details={"role": role.value})
    return seat


def end_seat(seat: ForumSeat, *, ends_on: date, by: Actor) -> None:
    """Let a seat end; the day counts; afterwards its authority reads what another seat gives it, or nothing."""
    forum = seat.forum
    _must_lead(forum, by)
    if seat.ends_on is not None:
        raise Refused({"ends_on": ["Pladsen er allerede afsluttet."]})
    staying = [other for other in seats_of(forum) if other.pk != seat.pk and other.ends_on is None]
    [judged] = seatings([seat])
    if reasons := objections_to_ending(judged, starts_on=seat.starts_on, ends_on=ends_on, others=seatings(staying)):
        raise Refused(reasons)
    audit.record(Event.SEAT_ENDED, about=seat, by=by, details={"ends_on": ends_on.isoformat()})
    ForumSeat.objects.filter(pk=seat.pk).update(ends_on=ends_on)


def seat_row(forum: Forum, unit: Unit, *, role: SeatRole, joins: bool, on: date | None = None) -> ForumSeat:
    """Write a seat from a day, today unless told."""
    return ForumSeat.objects.create(
        partnership_id=forum.partnership_id,
        forum=forum,
        authority_id=unit.authority_id,
        unit=unit,
        unit_name=unit.name,
        role=role.value,
        may_join_individual_part=joins,
        starts_on=on or timezone.localdate(),
    )


def _must_lead(forum: Forum, by: Actor) -> None:
    by.must(Permission.RUN_MEETINGS)
    if not leads(forum, by):
        raise Refused(LEADERS_ONLY)
