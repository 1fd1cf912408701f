"""Taking part in a meeting: words under an item, corrections of the own ones, who is there, and more items."""

from __future__ import annotations

from collections.abc import Collection

from django.utils import timezone

from rundbord import audit
from rundbord.access.actor import Actor
from rundbord.access.collisions import refusing_collisions
from rundbord.access.permissions import Permission
from rundbord.access.refusal import Refused
from rundbord.audit import Event
from rundbord.meetings.actions.leading import held, must_be_open, must_lead
from rundbord.meetings.models import AgendaItem, Attendance, Meeting, MeetingEntry
from rundbord.meetings.queries.board import items_of
from rundbord.meetings.vocabulary import Presence
from rundbord.partnership.models import ForumSeat
from rundbord.partnership.queries import leads
from rundbord.partnership.vocabulary import ItemKind

CORRECTED = {"entry_replaced_once": {"text": "En kollega har lige rettet noten. Genindlæs siden, og se den nye."}}


def write_entry(item: AgendaItem, text: str, *, overridden: Collection[str] = (), by: Actor) -> MeetingEntry:
    """Add words of the own unit under an item."""
    by.must(Permission.TAKE_PART)
    must_be_open(item.meeting)
    if item.kind == ItemKind.INDIVIDUAL:
        raise Refused("Den individuelle del har ingen noter. Vælg et andet punkt.")
    entry = _entry(item, text, by=by)
    audit.record(Event.MEETING_ENTRY_WRITTEN, about=entry, by=by)
    audit.record_overriding(overridden, about=entry, by=by)
    return entry


def correct_entry(entry: MeetingEntry, text: str, *, overridden: Collection[str] = (), by: Actor) -> MeetingEntry:
    """Put other words in the place of the own unit's; empty words take the entry away, and both rows stay."""
    by.must(Permission.TAKE_PART)
    must_be_open(entry.meeting)
    if entry.authority_id != by.authority_id or entry.unit_id != by.unit_id:
        raise Refused("Kun den enhed, der har skrevet noten, kan rette den.")
    with refusing_collisions(CORRECTED):
        newer = _entry(entry.item, text, by=by, replaces=entry)
    audit.record(Event.MEETING_ENTRY_CORRECTED, about=newer, by=by)
    audit.record_overriding(overridden, about=newer, by=by)
    return newer


def note_presence(meeting: Meeting, seat: ForumSeat, presence: Presence, *, by: Actor) -> None:
    """Say whether a seat is filled: each of its own, who leads the meeting of all."""
    by.must(Permission.TAKE_PART)
    must_be_open(meeting)
    if seat.authority_id != by.authority_id and not leads(meeting.forum, by):
        raise Refused("I kan kun melde fremmøde for jeres egne pladser.")
    told = {"presence": presence.value, "at": timezone.now()}
    fixed = {"partnership_id": by.table, "forum_id": meeting.forum_id, "authority_id": seat.authority_id}
    Attendance.objects.bulk_create(
        [Attendance(meeting=meeting, seat=seat, **fixed, **told)],
        update_conflicts=True,
        unique_fields=["meeting", "seat"],
        update_fields=["presence", "at"],
    )
    audit.record(Event.PRESENCE_NOTED, about=meeting, by=by, details={"presence": presence.value})


def add_item(meeting: Meeting, *, title: str, minutes: int, overridden: Collection[str] = (), by: Actor) -> AgendaItem:
    """Put a matter last on the agenda."""
    must_lead(meeting.forum, by)
    standing = held(meeting)
    must_be_open(standing)
    last = max((item.position for item in items_of(standing)), default=0)
    item = AgendaItem.objects.create(
        partnership_id=by.table,
        forum_id=meeting.forum_id,
        meeting=meeting,
        kind=ItemKind.TOPIC.value,
        title=title,
        minutes=minutes,
        position=last + 1,
    )
    Meeting.objects.filter(pk=meeting.pk).update(changed_at=timezone.now())
    audit.record(Event.AGENDA_CHANGED, about=meeting, by=by)
    audit.record_overriding(overridden, about=meeting, by=by)
    return item


def _entry(item: AgendaItem, text: str, *, by: Actor, replaces: MeetingEntry | None = None) -> MeetingEntry:
    return MeetingEntry.objects.create(
        partnership_id=by.table,
        forum_id=item.forum_id,
        meeting_id=item.meeting_id,
        item=item,
        authority_id=by.authority_id,
        unit_id=by.unit_id,
        unit_name=by.unit_name or by.authority_name,
        text=text.strip(),
        at=timezone.now(),
        replaces=replaces,
    )
