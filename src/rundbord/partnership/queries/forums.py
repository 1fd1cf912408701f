"""Forums, as far as the own authority is seated in them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.identity.vocabulary import AuthorityKind
from rundbord.partnership.models import Forum, ForumSeat, StandardItem
from rundbord.partnership.rules.forums import LEADING, Seating
from rundbord.partnership.vocabulary import SeatRole

_LEADING = sorted(role.value for role in LEADING)


def forums(actor: Actor, *, is_closed: bool = False) -> QuerySet[Forum]:
    """Give the forums at the table in which the own authority has a seat, by name."""
    here = Forum.objects.filter(partnership_id=actor.table_id, closed_at__isnull=not is_closed)
    return here.order_by("name", "id")


def forum_of(forum_id: UUID) -> Forum:
    """Find one forum; without a seat there is none."""
    forum = Forum.objects.filter(pk=forum_id).first()
    if forum is None:
        raise Http404
    return forum


def seats_of(forum: Forum, *, on: date | None = None) -> list[ForumSeat]:
    """List the seats in force on a day, those who lead first."""
    day = on or timezone.localdate()
    held = ForumSeat.objects.filter(Q(ends_on=None) | Q(ends_on__gte=day), forum=forum, starts_on__lte=day)
    order = [role.value for role in SeatRole]
    found = held.select_related("authority").order_by("authority__name", "unit_name", "id")
    return sorted(found, key=lambda seat: order.index(seat.role) if seat.role in order else len(order))


def seat_in(forum: Forum, seat_id: UUID) -> ForumSeat:
    """Find one seat of a forum that has not ended."""
    seat = ForumSeat.objects.select_related("authority").filter(pk=seat_id, forum=forum).first()
    if seat is None:
        raise Http404
    return seat


def own_seats(forum: Forum, actor: Actor) -> list[ForumSeat]:
    """List the seats of the actor's authority, the own unit's first."""
    own = [seat for seat in seats_of(forum) if seat.authority_id == actor.authority_id]
    return sorted(own, key=lambda seat: seat.unit_id != actor.unit_id)


def leads(forum: Forum, actor: Actor) -> bool:
    """Tell whether the actor's authority chairs the forum or is its secretary."""
    return any(seat.role in _LEADING for seat in own_seats(forum, actor))


def standard_items(forum: Forum) -> list[StandardItem]:
    """List the items that a new agenda begins with, in their order."""
    return list(StandardItem.objects.filter(forum=forum).order_by("position", "id"))


def seatings(seats: Iterable[ForumSeat]) -> list[Seating]:
    """Give seats as the rules judge them."""
    return [
        Seating(
            unit_id=seat.unit_id,
            authority_id=seat.authority_id,
            authority_kind=AuthorityKind(seat.authority.kind),
            role=SeatRole(seat.role),
            may_join_individual_part=seat.may_join_individual_part,
        )
        for seat in seats
    ]
