"""A hand-over meeting today: the police bring, SSP Gladsaxe is asked, SSP Herlev leaves the room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from rundbord.access.actor import Actor, system_of
from rundbord.access.session import acting_for
from rundbord.handover import actions
from rundbord.handover.actions import NewLine
from rundbord.handover.models import HandOverLine, HandOverList, LineQuestion
from rundbord.handover.queries.naming import Naming
from rundbord.handover.vocabulary import LineVerdict
from rundbord.meetings.models import Meeting
from rundbord.partnership.models import Forum, ForumSeat
from rundbord.partnership.vocabulary import ForumKind
from rundbord.sharing.vocabulary import InformationClass, LegalBasis, PersonRole, SourceGrade
from tests.database import as_owner
from tests.factories import meetings
from tests.factories.situations import ActorOf, Vestegnen
from tests.sharing.telling import WHY, Table, table_of

FORUM = "Overlevering mandag"
NAME, CPR, BORN = "Ung Eksempel", "6101110000", date(2011, 1, 1)
WORDS = "Stod med en ældre gruppe bag hallen tre aftener i træk."


@dataclass(frozen=True, kw_only=True)
class Room:
    """Who sits there, and the meeting."""

    table: Table
    meeting: Meeting
    police: Actor
    gladsaxe: Actor
    herlev: Actor


def room(world: Vestegnen, actor_of: ActorOf, *, days_ahead: int = 0) -> Room:
    """Call the meeting; the police and Gladsaxe take part in the individual part, Herlev leaves the room."""
    return room_of(table_of(world, actor_of), days_ahead=days_ahead)


def room_of(table: Table, *, days_ahead: int = 0) -> Room:
    """Call the meeting for those who sit at a table."""
    world = table.world
    with as_owner():
        forum = meetings.forum(world, kind=ForumKind.HAND_OVER, name=FORUM)
        ForumSeat.objects.filter(forum=forum).update(may_join_individual_part=True)
        Forum.objects.filter(pk=forum.pk).update(has_individual_part=True)
        meetings.seat(forum, world.local_police, may_join_individual_part=True)
        meetings.seat(forum, world.herlev_ssp)
        begins = timezone.now() + timedelta(days=days_ahead)
        meeting = meetings.meeting(forum, starts_at=begins, ends_at=begins + timedelta(hours=1))
    return Room(table=table, meeting=meeting, police=table.police, gladsaxe=table.gladsaxe, herlev=table.herlev)


def list_of(of: Room, *, by: Actor | None = None) -> HandOverList:
    """Begin the police's list."""
    by = by or of.police
    with acting_for(by):
        return actions.open_list(of.meeting, by=by)


def new_line(of: Room, **fields: Any) -> NewLine:
    """Somebody of fifteen, seen yesterday."""
    return NewLine(
        **{
            "name": NAME,
            "born_on": BORN,
            "cpr": CPR,
            "role": PersonRole.CONCERN,
            "words": WORDS,
            "seen_on": timezone.localdate() - timedelta(days=1),
            "information_class": InformationClass.PRIVATE,
            "grade": SourceGrade.SEEN,
            "addressed": of.table.world.gladsaxe_ssp,
            **fields,
        }
    )


def line_on(standing: HandOverList, of: Room, *, by: Actor | None = None, **fields: Any) -> HandOverLine:
    """Put somebody on the list."""
    by = by or of.police
    with acting_for(by):
        return actions.add_line(standing, new_line(of, **fields), by=by)


def question_about(line: HandOverLine, of: Room) -> LineQuestion:
    """Give the question as Gladsaxe has it."""
    with acting_for(of.gladsaxe):
        return LineQuestion.objects.get(line_id=line.pk)


def answer(line: HandOverLine, of: Room, verdict: LineVerdict = LineVerdict.TAKEN_UP) -> None:
    """Let Gladsaxe answer."""
    question = question_about(line, of)
    with acting_for(of.gladsaxe):
        actions.answer_line(question, verdict, by=of.gladsaxe)


def naming(**fields: Any) -> Naming:
    """Say why Gladsaxe needs the name."""
    return Naming(**{"necessity": WHY, "basis": LegalBasis.SSP, **fields})


def clear_elsewhere(standing: HandOverList, of: Room) -> int:
    """Do in Gladsaxe's name what the closing ordered."""
    system = system_of(of.table.world.gladsaxe.pk)
    with acting_for(system):
        return actions.clear_questions(standing.pk, by=system)
