"""Whether the own unit has a seat in a meeting's individual part, and which units a line can be addressed to."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.handover.models import HandOverLine, HandOverList, HandOverReceipt, LineQuestion
from rundbord.identity.models import Unit
from rundbord.meetings.models import Meeting
from rundbord.partnership.models import ForumSeat
from rundbord.sharing import queries as sharing


def meeting_with_lists(meeting_id: UUID, actor: Actor) -> Meeting:
    """Find a meeting in whose individual part the own unit has a seat; any other does not exist."""
    meeting = Meeting.objects.select_related("forum").filter(pk=meeting_id, forum__has_individual_part=True).first()
    if meeting is None or not seats_in_individual_part(meeting).filter(unit_id=unit_in_room(actor)).exists():
        raise Http404
    return meeting


def units_to_address(meeting: Meeting, actor: Actor) -> list[Unit]:
    """List the units that a line can be for: in the room, and such as may be told of somebody."""
    seated = set(seats_in_individual_part(meeting).values_list("unit_id", flat=True))
    return [each.unit for each in sharing.addressable_units(actor) if each.unit.pk in seated]


def own_list(meeting: Meeting, actor: Actor) -> HandOverList | None:
    """Find the unit's own list of a meeting."""
    lists = HandOverList.objects.select_related("data_key", "unit")
    return lists.filter(meeting=meeting, authority_id=actor.authority_id, unit_id=unit_in_room(actor)).first()


def list_of(list_id: UUID) -> HandOverList:
    """Find a list of the own unit."""
    found = HandOverList.objects.select_related("data_key", "meeting__forum").filter(pk=list_id).first()
    if found is None:
        raise Http404
    return found


def line_of(line_id: UUID) -> HandOverLine:
    """Find a line of an own list."""
    rows = HandOverLine.objects.select_related("list__meeting__forum", "addressed_unit__authority")
    found = rows.filter(pk=line_id).first()
    if found is None:
        raise Http404
    return found


def question_of(question_id: UUID) -> LineQuestion:
    """Find a question that is asked of the own unit."""
    found = LineQuestion.objects.filter(pk=question_id).first()
    if found is None:
        raise Http404
    return found


def receipts_of(meeting: Meeting, actor: Actor) -> list[HandOverReceipt]:
    """List what says that questions of a meeting are gone."""
    rows = HandOverReceipt.objects.filter(
        authority_id=actor.authority_id, unit_id=unit_in_room(actor), meeting_id=meeting.pk
    )
    return list(rows.order_by("cleared_at", "id"))


def lines_left(of: HandOverList) -> int:
    """Count what is left of a list, in the database as it stands."""
    return HandOverLine.objects.filter(list=of).count()


def unit_in_room(actor: Actor) -> UUID:
    """Give the actor's unit; whoever works in none sits in no room."""
    if actor.unit_id is None:
        raise Http404
    return actor.unit_id


def seats_in_individual_part(meeting: Meeting) -> QuerySet[ForumSeat]:
    """Narrow to seats that are in force and stay in the room when a case is opened."""
    today = timezone.localdate()
    in_force = Q(starts_on__lte=today) & (Q(ends_on__isnull=True) | Q(ends_on__gte=today))
    return ForumSeat.objects.filter(in_force, forum_id=meeting.forum_id, may_join_individual_part=True)
