"""The forums in which the invented partnership meets, the meetings it has held, and those that are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from rundbord.access.session import acting_for
from rundbord.demo.actors import actor_named
from rundbord.demo.founding import BEGINNING, OWNER, Founded
from rundbord.meetings.actions import fix_minutes
from rundbord.meetings.models import AgendaItem, Approval, Attendance, Meeting, MeetingEntry
from rundbord.meetings.rules.templates import TEMPLATES
from rundbord.meetings.vocabulary import MeetingState, Presence, Verdict
from rundbord.partnership.models import Forum, ForumSeat, StandardItem
from rundbord.partnership.rules.danish_days import at_clock, is_working_day
from rundbord.partnership.vocabulary import ForumKind, SeatRole
from rundbord.sharing.vocabulary import LegalBasis
from rundbord.situation.models import Picture
from rundbord.tasks.models import Task

_SECRETARY = "gladsaxe/SSP Gladsaxe"
_LEADER = "koordinator@gladsaxe"


@dataclass(frozen=True, kw_only=True)
class Meets:
    """A forum: who is seated beside its secretary, and where it meets; `chair` leads it.

    Of the others those in `stays` take part in the individual part too.
    """

    kind: ForumKind
    name: str
    seats: tuple[str, ...]
    chair: str = ""
    place: str = "Gladsaxe Rådhus, lokale 2"
    basis: str = ""
    stays: tuple[str, ...] = ()


FORUMS = (
    Meets(
        kind=ForumKind.MORNING,
        name="Morgenmøde",
        chair="vestegnen/Forebyggende afdeling",
        seats=(
            "vestegnen/Lokalpoliti Gladsaxe og Herlev",
            "gladsaxe/Gadeteam Gladsaxe",
            "herlev/SSP Herlev",
            "ballerup/SSP Ballerup",
        ),
    ),
    Meets(
        kind=ForumKind.JOINT_LEADERS,
        name="Fælles ledergruppe",
        chair="herlev/SSP Herlev",
        seats=("vestegnen/Forebyggende afdeling", "ballerup/SSP Ballerup", "gladsaxe/Ungdomsklubber Gladsaxe"),
        basis=LegalBasis.SSP,
    ),
    Meets(
        kind=ForumKind.BILATERAL,
        name="SSP Gladsaxe og lokalpolitiet",
        seats=("vestegnen/Lokalpoliti Gladsaxe og Herlev",),
        basis=LegalBasis.SSP,
        place="Lokalpolitiet",
    ),
    Meets(
        kind=ForumKind.HOUSING,
        name="Boligforum Høje Gladsaxe",
        seats=("vestbo/Boligsocial helhedsplan", "gladsaxe/Gadeteam Gladsaxe"),
        place="Beboerhuset",
    ),
    Meets(
        kind=ForumKind.HAND_OVER,
        name="Overleveringsmøde",
        chair="vestegnen/Forebyggende afdeling",
        seats=("herlev/SSP Herlev",),
        stays=("herlev/SSP Herlev",),
    ),
    Meets(
        kind=ForumKind.STEERING,
        name="Styregruppe",
        chair="herlev/SSP Herlev",
        seats=("vestegnen/Forebyggende afdeling", "ballerup/SSP Ballerup"),
    ),
)

# What was said at held morning meetings: which item, which unit, and the words.
_SAID = (
    (2, "vestegnen/Lokalpoliti Gladsaxe og Herlev", "Roligt ved stationen. To færdselsuheld uden tilskadekomne."),
    (2, "gladsaxe/Gadeteam Gladsaxe", "Flere end normalt samlet ved Høje Gladsaxe efter kl. 21. God stemning."),
    (4, "herlev/SSP Herlev", "Spændingen ved Platanbuen er uændret. Klubben holder længe åbent fredag."),
    (5, "gladsaxe/Gadeteam Gladsaxe", "Vi går sammen med Ballerup kl. 20–23."),
)


def hold_meetings(founded: Founded) -> None:
    """Open the forums, hold three morning meetings and one housing forum, and call the next ones."""
    made = {meets.name: _open(meets, founded) for meets in FORUMS}
    morning = made["Morgenmøde"]
    days = _working_days_before(timezone.localdate(), 3)
    held = [_held(morning, number, day, founded) for number, day in enumerate(days, start=1)]
    _take_decisions(held[-1], founded)
    for meeting in held[:2]:
        _approve(meeting, morning)
    with acting_for(actor_named(_LEADER, founded)):
        for meeting in held[:1]:
            fix_minutes(Meeting.objects.select_related("forum").get(pk=meeting.pk), by=actor_named(_LEADER, founded))
    _call(morning, 4, _next_at(time(8, 30)))
    _call(made["Overleveringsmøde"], 1, at_clock(timezone.localdate(), time(14, 0)))
    _call(made["Fælles ledergruppe"], 1, _next_at(time(9, 0), days=1))
    _call(made["SSP Gladsaxe og lokalpolitiet"], 1, _next_at(time(13, 0), days=2))
    _call(made["Boligforum Høje Gladsaxe"], 1, _next_at(time(10, 0), days=6))


def _open(meets: Meets, founded: Founded) -> Forum:
    template, secretary = TEMPLATES[meets.kind], founded.units[_SECRETARY]
    forum = Forum.objects.using(OWNER).create(
        partnership=founded.partnership,
        authority_id=secretary.authority_id,
        kind=meets.kind,
        name=meets.name,
        purpose=template.purpose,
        rhythm=template.cadence.rhythm,
        every=template.cadence.every,
        weekdays=list(template.cadence.weekdays),
        starts_at=template.starts_at,
        minutes=template.minutes,
        place=meets.place,
        legal_basis=meets.basis,
        has_individual_part=template.has_individual_part,
        opened_at=at_clock(BEGINNING, time(9, 0)),
    )
    roles = {_SECRETARY: SeatRole.SECRETARY, meets.chair: SeatRole.CHAIR, **dict.fromkeys(meets.seats, SeatRole.MEMBER)}
    ForumSeat.objects.using(OWNER).bulk_create(
        _seat(forum, name, role, founded, stays=name in meets.stays) for name, role in roles.items() if name
    )
    StandardItem.objects.using(OWNER).bulk_create(
        StandardItem(
            partnership_id=forum.partnership_id,
            forum=forum,
            position=position,
            kind=item.kind,
            title=item.title,
            minutes=item.minutes,
        )
        for position, item in enumerate(template.items, start=1)
    )
    return forum


def _seat(forum: Forum, name: str, role: SeatRole, founded: Founded, *, stays: bool) -> ForumSeat:
    unit = founded.units[name]
    joins = forum.has_individual_part and (stays or role in {SeatRole.CHAIR, SeatRole.SECRETARY})
    return ForumSeat(
        partnership_id=forum.partnership_id,
        forum=forum,
        authority_id=unit.authority_id,
        unit=unit,
        unit_name=unit.name,
        role=role,
        may_join_individual_part=joins,
        starts_on=BEGINNING,
    )


def _call(forum: Forum, number: int, starts_at: datetime, *, state: MeetingState = MeetingState.CALLED) -> Meeting:
    meeting = Meeting.objects.using(OWNER).create(
        partnership_id=forum.partnership_id,
        authority_id=forum.authority_id,
        forum=forum,
        number=number,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=forum.minutes),
        place=forum.place,
        state=state,
        called_at=starts_at - timedelta(days=1),
        changed_at=starts_at - timedelta(days=1),
    )
    AgendaItem.objects.using(OWNER).bulk_create(
        AgendaItem(
            partnership_id=forum.partnership_id,
            forum=forum,
            meeting=meeting,
            kind=item.kind,
            title=item.title,
            minutes=item.minutes,
            position=item.position,
        )
        for item in StandardItem.objects.using(OWNER).filter(forum=forum).order_by("position")
    )
    return meeting


def _held(forum: Forum, number: int, day: date, founded: Founded) -> Meeting:
    starts_at = at_clock(day, time(8, 30))
    meeting = _call(forum, number, starts_at, state=MeetingState.ENDED)
    picture = Picture.objects.using(OWNER).filter(published_at__lt=starts_at).order_by("-number").first()
    meeting.begun_at, meeting.ended_at = starts_at, meeting.ends_at
    meeting.changed_at = meeting.ends_at
    meeting.picture_id, meeting.picture_number = (picture.pk, picture.number) if picture else (None, None)
    meeting.save(using=OWNER)
    at = starts_at
    for item in AgendaItem.objects.using(OWNER).filter(meeting=meeting).order_by("position"):
        item.begun_at, at = at, at + timedelta(minutes=item.minutes)
        item.ended_at = at
        item.save(using=OWNER)
    _say(meeting, founded)
    seats = list(ForumSeat.objects.using(OWNER).filter(forum=forum).order_by("unit_name"))
    Attendance.objects.using(OWNER).bulk_create(_attendances(meeting, seats))
    return meeting


def _attendances(meeting: Meeting, seats: Sequence[ForumSeat]) -> list[Attendance]:
    absent = len(seats) - 1
    return [
        Attendance(
            partnership_id=meeting.partnership_id,
            forum_id=meeting.forum_id,
            meeting=meeting,
            authority_id=seat.authority_id,
            seat=seat,
            presence=Presence.ABSENT if position == absent and meeting.number == 2 else Presence.PRESENT,
            at=meeting.starts_at,
        )
        for position, seat in enumerate(seats)
    ]


def _say(meeting: Meeting, founded: Founded) -> None:
    for position, name, words in _SAID[meeting.number - 1 :]:
        unit = founded.units[name]
        item = AgendaItem.objects.using(OWNER).get(meeting=meeting, position=position)
        MeetingEntry.objects.using(OWNER).create(
            partnership_id=meeting.partnership_id,
            forum_id=meeting.forum_id,
            meeting=meeting,
            item=item,
            authority_id=unit.authority_id,
            unit=unit,
            unit_name=unit.name,
            text=words,
            at=(item.begun_at or meeting.starts_at) + timedelta(seconds=40),
        )


def _take_decisions(meeting: Meeting, founded: Founded) -> None:
    unit, leader = founded.units["gladsaxe/Gadeteam Gladsaxe"], founded.users[_LEADER]
    Task.objects.using(OWNER).create(
        partnership_id=meeting.partnership_id,
        authority_id=leader.authority_id,
        audience="parties",
        what="Stå ved Høje Gladsaxe kl. 21–23 hele ugen",
        why="Flere samles end normalt, og stemningen er god.",
        owner=unit,
        due_on=timezone.localdate() + timedelta(days=4),
        decided_at=meeting.ends_at,
        decided_by=leader.pk,
        forum_id=meeting.forum_id,
        meeting_id=meeting.pk,
        item_id=AgendaItem.objects.using(OWNER).get(meeting=meeting, position=6).pk,
        picture_id=meeting.picture_id,
        picture_number=meeting.picture_number,
    )


def _approve(meeting: Meeting, forum: Forum) -> None:
    for seat in ForumSeat.objects.using(OWNER).filter(forum=forum):
        Approval.objects.using(OWNER).create(
            partnership_id=meeting.partnership_id,
            forum=forum,
            meeting=meeting,
            authority_id=seat.authority_id,
            seat=seat,
            verdict=Verdict.APPROVED,
            at=meeting.ends_at + timedelta(hours=2),
        )


def _working_days_before(day: date, count: int) -> list[date]:
    """Give the latest working days before a day, the earliest first."""
    found: list[date] = []
    while len(found) < count:
        day -= timedelta(days=1)
        if is_working_day(day):
            found.append(day)
    return found[::-1]


def _next_at(clock: time, *, days: int = 0) -> datetime:
    """Give the next working day's moment at a clock time, at least so many days ahead."""
    day = timezone.localdate() + timedelta(days=days)
    while not is_working_day(day) or at_clock(day, clock) <= timezone.now():
        day += timedelta(days=1)
    return at_clock(day, clock)
