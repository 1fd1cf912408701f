"""What a meeting's page shows: agenda, words and attendance, each in one query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.http import Http404
from django.utils import timezone

from rundbord.access.actor import Actor
from rundbord.meetings.models import AgendaItem, Attendance, Meeting, MeetingEntry
from rundbord.meetings.rules.agenda import Point, following, running
from rundbord.meetings.vocabulary import MeetingState, Presence
from rundbord.partnership.models import ForumSeat
from rundbord.partnership.queries import leads, seats_of
from rundbord.partnership.rules.forums import LEADING
from rundbord.partnership.vocabulary import ItemKind, SeatRole
from rundbord.vocabulary import label_of


@dataclass(frozen=True, kw_only=True)
class Said:
    """An entry as it stands: the newest of its corrections; `is_own` is the own unit's."""

    entry: MeetingEntry
    is_own: bool
    is_corrected: bool


@dataclass(frozen=True, kw_only=True)
class BoardItem:
    """An item with what was said under it."""

    item: AgendaItem
    point: Point
    said: list[Said] = field(default_factory=list)
    is_shown: bool = False
    is_open: bool = False

    @property
    def kind(self) -> ItemKind:
        """What the item is about."""
        return self.point.kind

    @property
    def look(self) -> str:
        """Give the item's place on the page its look."""
        return "is-now" if self.point.is_running else "is-other"

    @property
    def is_current(self) -> str:
        """Tell a screen reader whether it is being spoken of."""
        return "step" if self.point.is_running else "false"

    @property
    def mark(self) -> str:
        """Tell in a word how far the item is."""
        if self.item.is_postponed:
            return "Udsat til næste møde"
        if self.point.is_running:
            return "I gang"
        return "Færdig" if self.item.ended_at else ""

    @property
    def mark_kind(self) -> str:
        """Give the look of that word."""
        if self.item.is_postponed:
            return "changed"
        return "info" if self.point.is_running else "closed"


@dataclass(frozen=True, kw_only=True)
class SeatRow:
    """A seat with its attendance; `may_note` tells whether the reader may say it."""

    seat: ForumSeat
    role: str
    presence: str
    presence_label: str
    may_note: bool


@dataclass(frozen=True, kw_only=True)
class Board:
    """A meeting as its page shows it."""

    meeting: Meeting
    items: list[BoardItem]
    seats: list[SeatRow]
    leads: bool
    stays_for_cases: bool

    @property
    def state_label(self) -> str:
        """Tell how the meeting stands."""
        return label_of(MeetingState, self.meeting.state)

    @property
    def is_running(self) -> bool:
        """Tell whether the meeting is being held."""
        return self.meeting.state == MeetingState.RUNNING

    @property
    def shown(self) -> BoardItem | None:
        """The item that stands open on the page."""
        return next((each for each in self.items if each.is_shown), None)

    @property
    def now(self) -> BoardItem | None:
        """The item that is being spoken of."""
        return next((each for each in self.items if each.point.is_running), None)

    @property
    def next(self) -> BoardItem | None:
        """The item that comes next."""
        point = following([each.point for each in self.items])
        return next((each for each in self.items if point and each.item.pk == point.id), None)

    @property
    def filled(self) -> list[SeatRow]:
        """The seats that were filled."""
        return [row for row in self.seats if row.presence in {Presence.PRESENT, Presence.SUBSTITUTE}]


def board_of(meeting: Meeting, actor: Actor, *, shown: str = "") -> Board:
    """Gather the page in four queries, five on another day; `shown` is the key of the item that the reader opened."""
    items = items_of(meeting)
    points = [point_of(item) for item in items]
    open_key = _shown(points, shown)
    said = said_at(meeting, actor)
    day = timezone.localdate(meeting.starts_at)
    seats = seats_of(meeting.forum, on=day)
    may_lead = _leads_among(seats, actor) if day == timezone.localdate() else leads(meeting.forum, actor)
    # Everybody's page is drawn anew with each word, so only the item that is spoken of stands open meanwhile.
    is_over = meeting.state == MeetingState.ENDED
    return Board(
        meeting=meeting,
        items=[
            BoardItem(
                item=item,
                point=point,
                said=said[item.pk],
                is_shown=item.pk == open_key,
                is_open=item.pk == open_key or is_over,
            )
            for item, point in zip(items, points, strict=True)
        ],
        seats=_seat_rows(meeting, seats, actor, may_lead=may_lead),
        leads=may_lead,
        stays_for_cases=any(seat.unit_id == actor.unit_id and seat.may_join_individual_part for seat in seats),
    )


def _leads_among(seats: Sequence[ForumSeat], actor: Actor) -> bool:
    """Tell the same as `leads` where the seats of today are at hand."""
    return any(seat.authority_id == actor.authority_id and seat.role in LEADING for seat in seats)


def items_of(meeting: Meeting) -> list[AgendaItem]:
    """List the agenda in its order."""
    return list(AgendaItem.objects.filter(meeting=meeting).order_by("position", "id"))


def item_of(meeting: Meeting, item_id: UUID) -> AgendaItem:
    """Find one item of a meeting."""
    item = AgendaItem.objects.filter(meeting=meeting, pk=item_id).first()
    if item is None:
        raise Http404
    return item


def entry_of(meeting: Meeting, entry_id: UUID, actor: Actor) -> MeetingEntry:
    """Find an entry of the own authority that nobody has corrected yet."""
    entries = MeetingEntry.objects.select_related("item").filter(meeting=meeting, authority_id=actor.authority_id)
    entry = entries.filter(pk=entry_id).first()
    if entry is None or MeetingEntry.objects.filter(replaces=entry).exists():
        raise Http404
    return entry


def point_of(item: AgendaItem) -> Point:
    """Give an item as the rules judge it."""
    return Point(
        id=item.pk,
        kind=ItemKind(item.kind),
        title=item.title,
        minutes=item.minutes,
        begun_at=item.begun_at,
        ended_at=item.ended_at,
        is_postponed=item.is_postponed,
    )


def said_at(meeting: Meeting, actor: Actor) -> dict[UUID, list[Said]]:
    """List what stands under each item, in the order in which it was first said."""
    entries = list(MeetingEntry.objects.filter(meeting=meeting).select_related("authority").order_by("at", "id"))
    firsts, newest = _chains(entries)
    told: dict[UUID, list[Said]] = defaultdict(list)
    for first in firsts:
        standing = newest[first.pk]
        if standing.text:
            is_own = standing.authority_id == actor.authority_id and standing.unit_id == actor.unit_id
            told[standing.item_id].append(Said(entry=standing, is_own=is_own, is_corrected=standing.pk != first.pk))
    return told


def _chains(entries: Iterable[MeetingEntry]) -> tuple[list[MeetingEntry], dict[UUID, MeetingEntry]]:
    """Follow each entry to its newest correction."""
    firsts: list[MeetingEntry] = []
    newest: dict[UUID, MeetingEntry] = {}
    first_of: dict[UUID, UUID] = {}
    for entry in entries:
        if entry.replaces_id is None:
            firsts.append(entry)
        first_of[entry.pk] = first_of.get(entry.replaces_id, entry.pk) if entry.replaces_id else entry.pk
        newest[first_of[entry.pk]] = entry
    return firsts, newest


def _shown(points: Sequence[Point], asked: str) -> UUID | None:
    chosen = next((point for point in points if str(point.id) == asked), None)
    now = chosen or running(points)
    return now.id if now else None


def _seat_rows(meeting: Meeting, seats: Sequence[ForumSeat], actor: Actor, *, may_lead: bool) -> list[SeatRow]:
    noted = dict(Attendance.objects.filter(meeting=meeting).values_list("seat_id", "presence"))
    return [
        SeatRow(
            seat=seat,
            role=label_of(SeatRole, seat.role),
            presence=noted.get(seat.pk, ""),
            presence_label=label_of(Presence, noted[seat.pk]) if seat.pk in noted else "",
            may_note=may_lead or seat.authority_id == actor.authority_id,
        )
        for seat in seats
    ]
