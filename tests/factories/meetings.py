"""Forums and meetings of the situation, written as the owner."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from rundbord.identity.models import Unit
from rundbord.meetings.models import AgendaItem, Attendance, Meeting, MeetingEntry
from rundbord.partnership.models import Forum, ForumSeat, StandardItem
from rundbord.partnership.vocabulary import ForumKind, ItemKind, Rhythm, SeatRole
from tests.database import as_owner
from tests.factories.rows import LONG_AGO
from tests.factories.situations import Vestegnen


def forum(world: Vestegnen, *others: Unit, kind: ForumKind = ForumKind.MORNING, name: str = "Morgenmøde") -> Forum:
    """Make a forum that SSP Gladsaxe is the secretary of, with a member's seat for each of the others."""
    with as_owner():
        made = Forum.objects.create(
            partnership=world.partnership,
            authority=world.gladsaxe,
            kind=kind,
            name=name,
            rhythm=Rhythm.WEEKDAYS,
            weekdays=[1, 2, 3, 4, 5],
            minutes=20,
            opened_at=timezone.now(),
            has_individual_part=kind == ForumKind.MORNING,
        )
        seat(made, world.gladsaxe_ssp, role=SeatRole.SECRETARY)
        for unit in others:
            seat(made, unit)
        for position, (about, title) in enumerate(
            (
                (ItemKind.NEW, "Nyt siden i går"),
                (ItemKind.TOPIC, "Lyset på stien"),
                (ItemKind.DECISIONS, "Beslutninger"),
            ),
            1,
        ):
            StandardItem.objects.create(
                partnership=world.partnership, forum=made, position=position, kind=about, title=title, minutes=5
            )
    return made


def seat(of: Forum, unit: Unit, *, role: SeatRole = SeatRole.MEMBER, **columns: Any) -> ForumSeat:
    """Give a unit a seat since long ago."""
    with as_owner():
        return ForumSeat.objects.create(
            **{
                "partnership_id": of.partnership_id,
                "forum": of,
                "authority_id": unit.authority_id,
                "unit": unit,
                "unit_name": unit.name,
                "role": role,
                "starts_on": LONG_AGO,
                **columns,
            }
        )


def meeting(of: Forum, **columns: Any) -> Meeting:
    """Call a meeting that begins in an hour, with the forum's standard items."""
    now = timezone.now()
    with as_owner():
        made = Meeting.objects.create(
            **{
                "partnership_id": of.partnership_id,
                "authority_id": of.authority_id,
                "forum": of,
                "number": Meeting.objects.filter(forum=of).count() + 1,
                "starts_at": now + timedelta(hours=1),
                "ends_at": now + timedelta(hours=1, minutes=20),
                "state": "called",
                "called_at": now,
                "changed_at": now,
                **columns,
            }
        )
        for item in StandardItem.objects.filter(forum=of).order_by("position"):
            AgendaItem.objects.create(
                partnership_id=of.partnership_id,
                forum=of,
                meeting=made,
                kind=item.kind,
                title=item.title,
                minutes=item.minutes,
                position=item.position,
            )
    return made


def entry(item: AgendaItem, unit: Unit, text: str = "Lygterne er slukket.", **columns: Any) -> MeetingEntry:
    """Let a unit say something under an item."""
    with as_owner():
        return MeetingEntry.objects.create(
            **{
                "partnership_id": item.partnership_id,
                "forum_id": item.forum_id,
                "meeting_id": item.meeting_id,
                "item": item,
                "authority_id": unit.authority_id,
                "unit": unit,
                "unit_name": unit.name,
                "text": text,
                "at": timezone.now(),
                **columns,
            }
        )


def present(at: Meeting) -> None:
    """Note every seat of the meeting's forum as filled."""
    with as_owner():
        for held in ForumSeat.objects.filter(forum_id=at.forum_id):
            Attendance.objects.create(
                partnership_id=at.partnership_id,
                forum_id=at.forum_id,
                meeting=at,
                authority_id=held.authority_id,
                seat=held,
                presence="present",
                at=timezone.now(),
            )
