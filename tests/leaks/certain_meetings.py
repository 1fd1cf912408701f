"""Rows around meetings that chance could leave out of a rich world, each for one guard that would not be missed."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from tests.leaks.oracles.files import FILE
from tests.leaks.oracles.hand_over import ANSWER, CASE, FORUM, LINE, LIST, MEETING, QUESTION, SEAT
from tests.leaks.oracles.told import COPY
from tests.leaks.world import AUTHORITIES, EARLIER, LONG_AGO, LONG_AHEAD, TABLE, UNITS, USERS, Row, World

POLICE, NORTH, _, _ = AUTHORITIES
STAYS, LEAVES, COMES, ALSO_STAYS = list(UNITS)[:4]
FIRST = next(iter(USERS))
_HERE = {"partnership_id": TABLE}


def add_meeting_rows(world: World) -> None:
    """Add all of them."""
    forum = _forum(world, has_individual_part=True)
    standing = _list(world, _meeting(world, forum, ended_at=None), POLICE, STAYS, closed_at=None)
    _list(world, _meeting(world, forum, ended_at=EARLIER), POLICE, STAYS, closed_at=None)
    _list(world, standing["meeting_id"], NORTH, ALSO_STAYS, closed_at=EARLIER, lines_brought=0, lines_taken_up=0)
    _meeting(world, _forum(world, has_individual_part=False), ended_at=None)
    _add_answer_to_nobody(world, standing)
    _add_cases(world, standing["meeting_id"])


def _forum(world: World, *, has_individual_part: bool) -> UUID:
    """Seat one unit that stays, one that leaves before the individual part, one that comes later, one that stays."""
    forum = world.add(FORUM, **_HERE, authority_id=POLICE, has_individual_part=has_individual_part).id
    for unit in (STAYS, LEAVES, COMES, ALSO_STAYS):
        days = {"starts_on": LONG_AHEAD if unit == COMES else LONG_AGO, "ends_on": None}
        place = {"forum_id": forum, "authority_id": UNITS[unit], "unit_id": unit}
        world.add(SEAT, **_HERE, **place, **days, may_join_individual_part=unit != LEAVES)
    return forum


def _meeting(world: World, forum: UUID, *, ended_at: object) -> UUID:
    when = {"number": 8 if ended_at else 9, "starts_at": EARLIER, "ends_at": date(2020, 1, 2), "ended_at": ended_at}
    return world.add(MEETING, **_HERE, authority_id=POLICE, forum_id=forum, **when).id


def _list(world: World, meeting: UUID, authority: UUID, unit: UUID, **columns: Any) -> Row:
    whose = {"authority_id": authority, "unit_id": unit, "opened_by": FIRST}
    return world.add(LIST, **_HERE, **whose, meeting_id=meeting, meeting_day=LONG_AGO, **columns)


def _add_answer_to_nobody(world: World, standing: Row) -> None:
    """Add a line that is asked about, and an answer to it that names another sender than the line's."""
    same: dict[str, Any] = {"role": "concern", "age_band": "15_17", "seen_on": LONG_AGO}
    line = world.add(LINE, authority_id=POLICE, list_id=standing.id, addressed_unit_id=ALSO_STAYS, **same)
    between = {"authority_id": NORTH, "unit_id": ALSO_STAYS, "line_id": line.id}
    asked = {"list_id": standing.id, "meeting_id": standing["meeting_id"], "meeting_day": LONG_AGO}
    world.add(QUESTION, **between, sender_id=POLICE, **asked, **same)
    world.add(ANSWER, **between, sender_id=NORTH, by=list(USERS)[6])


def _add_cases(world: World, meeting: UUID) -> None:
    """Put a copy that the unit reads on the table; and, in another authority's name, a file that the unit reaches."""
    put = {"unit_id": STAYS, "meeting_id": meeting, "put_by": FIRST, "decision": ""}
    copy = next(world.find(COPY, authority_id=POLICE, unit_id=STAYS, conditions=["named_readers"]))
    file = next(world.find(FILE, authority_id=POLICE, data_key_id=UUID(int=99)))
    world.add(CASE, **put, authority_id=POLICE, received_id=copy.id)
    world.add(CASE, **put, authority_id=NORTH, person_id=file.id)
