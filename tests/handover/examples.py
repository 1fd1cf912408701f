"""One row of a hand-over meeting, and of cases at one, for each key in an address: of the police and Gladsaxe alone."""

from __future__ import annotations

from django.db.models import Model

from rundbord.access.session import acting_for
from rundbord.meetingcases import actions
from tests.concerns.files import file_on
from tests.handover.meetings import line_on, list_of, question_about, room_of
from tests.sharing.telling import Table, copy_of, tell


def of_hand_over(table: Table) -> dict[tuple[str, str], Model]:
    """The police bring a line for Gladsaxe; Gladsaxe brings a file, and was told something lately."""
    room = room_of(table)
    standing = list_of(room)
    line = line_on(standing, room)
    [told] = tell(table.police, [table.world.gladsaxe_ssp])
    person = file_on(table.gladsaxe)
    with acting_for(table.gladsaxe):
        case = actions.put_file(room.meeting, person, by=table.gladsaxe)
    return {
        ("handover", "meeting_id"): room.meeting,
        ("handover", "list_id"): standing,
        ("handover", "line_id"): line,
        ("handover", "question_id"): question_about(line, room),
        ("meetingcases", "meeting_id"): room.meeting,
        ("meetingcases", "received_id"): copy_of(told),
        ("meetingcases", "case_id"): case,
    }
