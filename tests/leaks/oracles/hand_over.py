"""Hand-over lists and cases at meetings: each authority's own rows, and a question for the one unit that is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from tests.leaks.choice import Choice
from tests.leaks.oracles.files import FILE, reaches_file
from tests.leaks.oracles.oracle import Oracle, is_fellow, is_night, is_own, reaches_persons, sits
from tests.leaks.oracles.told import COPY, reads_copy
from tests.leaks.world import (
    AUTHORITIES,
    EARLIER,
    LONG_AGO,
    LONG_AHEAD,
    PARTNERSHIPS,
    UNITS,
    USERS,
    Row,
    Who,
    World,
    users_near,
)

LIST, LINE = "handover.HandOverList", "handover.HandOverLine"
QUESTION, ANSWER, GIVEN = "handover.LineQuestion", "handover.LineAnswer", "handover.GivenName"
CASE = "meetingcases.MeetingCase"
FORUM, SEAT, MEETING = "partnership.Forum", "partnership.ForumSeat", "meetings.Meeting"
_SAME = ("role", "age_band", "seen_on")


def _is_units(who: Who, row: Row, _world: World) -> bool:
    """The own unit's, and the night's."""
    return is_own(who, row) and (is_night(who) or (who.unit is not None and row["unit_id"] == who.unit))


def _stays(unit: object, meeting_id: object, who: Who, world: World) -> bool:
    """A unit stays in the room, as far as the asker sees the forum: an authority with a seat today, at its table."""
    for meeting in world.find(MEETING, id=meeting_id, ended_at=None):
        seats = [each for each in world.find(SEAT, forum_id=meeting["forum_id"]) if _is_in_force(each)]
        is_here = sits(who, world) and meeting["partnership_id"] == who.partnership
        is_seen = is_here and any(each["authority_id"] == who.authority for each in seats)
        stays = any(each["unit_id"] == unit and each["may_join_individual_part"] for each in seats)
        if is_seen and stays and any(world.find(FORUM, id=meeting["forum_id"], has_individual_part=True)):
            return True
    return False


def _is_in_force(seat: Row) -> bool:
    return bool(seat["starts_on"] <= date.today() and (seat["ends_on"] is None or seat["ends_on"] >= date.today()))


def _begins(who: Who, row: Row, world: World) -> bool:
    """In the own name, open, for a meeting in whose individual part the unit stays."""
    is_mine = row["unit_id"] == who.unit and row["opened_by"] == who.user and row["closed_at"] is None
    is_here = row["partnership_id"] == who.partnership and sits(who, world)
    return is_own(who, row) and is_mine and is_here and _stays(who.unit, row["meeting_id"], who, world)


def _seen_list(who: Who, list_id: object, world: World) -> Row | None:
    return next((each for each in world.find(LIST, id=list_id) if _is_units(who, each, world)), None)


def _is_on_own_list(who: Who, row: Row, world: World) -> bool:
    return is_own(who, row) and _seen_list(who, row["list_id"], world) is not None


def _brings(who: Who, row: Row, world: World) -> bool:
    """On an open list, for a unit that stays in the room."""
    standing = _seen_list(who, row["list_id"], world) if is_own(who, row) else None
    is_open = standing is not None and standing["closed_at"] is None
    return is_open and standing is not None and _stays(row["addressed_unit_id"], standing["meeting_id"], who, world)


def _is_asked(who: Who, row: Row, _world: World) -> bool:
    """The asked unit, from the day of the meeting; and the night."""
    is_today = who.unit is not None and row["unit_id"] == who.unit and row["meeting_day"] <= date.today()
    return is_own(who, row) and (is_today or is_night(who))


def _asks(who: Who, row: Row, world: World) -> bool:
    """By whoever sees the line, to the very unit it names; nobody sees a question by asking it."""
    same = {name: row[name] for name in _SAME}
    lines = world.find(LINE, id=row["line_id"], list_id=row["list_id"], addressed_unit_id=row["unit_id"], **same)
    is_known = row["authority_id"] == who.authority or is_fellow(row["authority_id"], who, world)
    is_units = is_known and any(world.find("identity.Unit", id=row["unit_id"], authority_id=row["authority_id"]))
    is_mine = reaches_persons(who) and row["sender_id"] == who.authority
    return is_mine and is_units and any(_is_on_own_list(who, each, world) for each in lines)


def _is_of_both(who: Who, row: Row, world: World) -> bool:
    is_ours = _is_units(who, row, world)
    lines = world.find(LINE, id=row["line_id"], addressed_unit_id=row["unit_id"])
    is_theirs = reaches_persons(who) and row["sender_id"] == who.authority
    return is_ours or (is_theirs and any(_is_on_own_list(who, each, world) for each in lines))


def _answers(who: Who, row: Row, world: World) -> bool:
    """Once, in the own name, what the unit is asked."""
    same = {name: row[name] for name in ("line_id", "unit_id", "sender_id", "authority_id")}
    asked = world.find(QUESTION, **same)
    return is_own(who, row) and row["by"] == who.user and any(_is_asked(who, each, world) for each in asked)


def _stands_on(who: Who, row: Row, world: World) -> bool:
    """The own unit's, as long as the file or the copy behind it is reached."""
    is_units = is_own(who, row) and who.unit is not None and row["unit_id"] == who.unit
    files = world.find(FILE, id=row["person_id"])
    copies = world.find(COPY, id=row["received_id"])
    is_reached = any(reaches_file(who, each, world) for each in files)
    return is_units and (is_reached or any(reads_copy(who, each, world) for each in copies))


def _sees_case(who: Who, row: Row, world: World) -> bool:
    """And the night, which gathers what a person asks to see (ADR 0040)."""
    return _stands_on(who, row, world) or (is_own(who, row) and is_night(who))


def _puts(who: Who, row: Row, world: World) -> bool:
    is_new = row["put_by"] == who.user and row["decision"] == ""
    return is_new and _stands_on(who, row, world) and _stays(who.unit, row["meeting_id"], who, world)


def _grow_meetings(choice: Choice, world: World) -> None:
    """Forums at both tables: with and without an individual part, with seats that stay, leave, ended, begin later."""
    for number, table in enumerate((*PARTNERSHIPS, PARTNERSHIPS[0])):
        forum = world.add(FORUM, partnership_id=table, authority_id=AUTHORITIES[0], has_individual_part=number < 2)
        for unit, authority in UNITS.items():
            starts_on, ends_on = choice.pick(
                ((LONG_AGO, None), (LONG_AGO, None), (LONG_AGO, LONG_AGO), (LONG_AHEAD, None), (LONG_AGO, LONG_AHEAD))
            )
            world.add(
                SEAT,
                partnership_id=table,
                forum_id=forum.id,
                authority_id=authority,
                unit_id=unit,
                may_join_individual_part=choice.pick((True, True, False)),
                starts_on=starts_on,
                ends_on=ends_on,
            )
        for ended_at in (None, EARLIER):
            world.add(
                MEETING,
                partnership_id=table,
                authority_id=AUTHORITIES[0],
                forum_id=forum.id,
                number=1 if ended_at is None else 2,
                starts_at=EARLIER,
                ends_at=date(2020, 1, 2),
                ended_at=ended_at,
            )


def _grow_certain(world: World) -> None:
    """A meeting at which the first unit's seat has ended, the next ones stay, and each of these brings a list."""
    here = {"partnership_id": PARTNERSHIPS[0]}
    forum = world.add(FORUM, **here, authority_id=AUTHORITIES[0], has_individual_part=True)
    seat = {**here, "forum_id": forum.id, "may_join_individual_part": True, "starts_on": LONG_AGO}
    when = {"number": 3, "starts_at": EARLIER, "ends_at": date(2020, 1, 2), "ended_at": None}
    meeting = world.add(MEETING, **here, authority_id=AUTHORITIES[0], forum_id=forum.id, **when)
    for number, (unit, authority) in enumerate(list(UNITS.items())[:4]):
        ends_on = (LONG_AGO, None, LONG_AHEAD, LONG_AHEAD)[number]
        world.add(SEAT, **seat, authority_id=authority, unit_id=unit, ends_on=ends_on)
        if number:
            whose = {"authority_id": authority, "unit_id": unit, "opened_by": list(USERS)[2 * number]}
            world.add(LIST, **here, **whose, meeting_id=meeting.id, meeting_day=LONG_AGO, closed_at=None)


def _grow_lists(choice: Choice, world: World) -> None:
    _grow_meetings(choice, world)
    pairs = [(unit, meeting) for meeting in world.of(MEETING) for unit in UNITS]
    for unit, meeting in pairs:
        if choice.pick((True, True, True, False)):
            continue
        closed_at = choice.pick((None, None, EARLIER))
        world.add(
            LIST,
            authority_id=choice.pick((*[UNITS[unit]] * 5, choice.pick(AUTHORITIES))),
            unit_id=unit,
            meeting_id=meeting.id,
            partnership_id=meeting["partnership_id"],
            meeting_day=choice.pick((LONG_AGO, LONG_AHEAD)),
            opened_by=choice.pick(list(USERS)),
            closed_at=closed_at,
            lines_brought=None if closed_at is None else 1,
            lines_taken_up=None if closed_at is None else 0,
        )


def _grow_certain_and_lists(choice: Choice, world: World) -> None:
    _grow_lists(choice, world)
    _grow_certain(world)


def _grow_lines(choice: Choice, world: World) -> None:
    for standing in world.of(LIST):
        for _ in range(min(choice.count(1), 2)):
            world.add(
                LINE,
                authority_id=choice.pick((*[standing["authority_id"]] * 5, choice.pick(AUTHORITIES))),
                list_id=standing.id,
                addressed_unit_id=choice.pick(list(UNITS)),
                role=choice.pick(("concern", "victim")),
                age_band="15_17",
                seen_on=LONG_AGO,
            )


def _grow_questions(choice: Choice, world: World) -> None:
    for line in world.of(LINE):
        if choice.pick((True, True, False)):
            unit = line["addressed_unit_id"]
            asked = _asked_by(line, line["authority_id"]) | {
                "meeting_day": choice.pick((LONG_AGO, LONG_AGO, LONG_AHEAD))
            }
            authority = choice.pick((*[UNITS[unit]] * 5, choice.pick(AUTHORITIES)))
            world.add(QUESTION, **asked, meeting_id=UUID(int=0), authority_id=authority)


def _asked_by(line: Row, sender: object) -> dict[str, Any]:
    same = {name: line[name] for name in (*_SAME, "list_id")}
    day = {"meeting_day": LONG_AGO}
    return {"line_id": line.id, "unit_id": line["addressed_unit_id"], "sender_id": sender, **day, **same}


def _grow_answers(choice: Choice, world: World) -> None:
    for asked in world.of(QUESTION):
        if choice.pick((True, False)):
            names = ("authority_id", "unit_id", "line_id", "sender_id")
            said = asked.but(unit_id=choice.pick((asked["unit_id"], *UNITS)))
            world.add(ANSWER, **{name: said[name] for name in names}, by=choice.pick(users_near(said["authority_id"])))


def _grow_given(choice: Choice, world: World) -> None:
    for _ in range(choice.count(2)):
        unit = choice.pick(list(UNITS))
        world.add(GIVEN, authority_id=choice.pick((UNITS[unit], choice.pick(AUTHORITIES))), unit_id=unit)


def _grow_cases(choice: Choice, world: World) -> None:
    behind = [(each, "person_id") for each in world.of(FILE)] + [(each, "received_id") for each in world.of(COPY)]
    for row, column in behind:
        if choice.pick((True, True, False)):
            world.add(
                CASE,
                authority_id=row["authority_id"],
                unit_id=choice.pick((*[row["unit_id"]] * 4, *UNITS)),
                meeting_id=choice.pick(world.of(MEETING)).id,
                put_by=choice.pick(list(USERS)),
                decision="",
                **{column: row.id},
            )


def _tried_lists(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    for meeting in world.of(MEETING):
        right = {**_own_list(who), "meeting_id": meeting.id, "partnership_id": meeting["partnership_id"]}
        yield right
        yield {**right, "opened_by": next(user for user in USERS if user != who.user)}
        yield {**right, "closed_at": EARLIER, "lines_brought": 0, "lines_taken_up": 0}
        yield {**right, "unit_id": next(unit for unit in UNITS if unit != who.unit)}
        yield {**right, "partnership_id": next(each for each in PARTNERSHIPS if each != right["partnership_id"])}


def _tried_lines(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    for standing in world.find(LIST, authority_id=who.authority):
        for unit in UNITS:
            yield {"authority_id": who.authority, "list_id": standing.id, "addressed_unit_id": unit}
        other = next(each for each in AUTHORITIES if each != who.authority)
        for unit in UNITS:
            yield {"authority_id": other, "list_id": standing.id, "addressed_unit_id": unit}


def _tried_questions(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    for line in world.find(LINE, authority_id=who.authority):
        right = {**_asked_by(line, who.authority), "authority_id": UNITS[line["addressed_unit_id"]]}
        yield right
        yield {**right, "authority_id": next(each for each in AUTHORITIES if each != right["authority_id"])}
        yield {**right, "unit_id": next(unit for unit in UNITS if unit != right["unit_id"])}
        yield {**right, "sender_id": next(each for each in AUTHORITIES if each != who.authority)}
        yield {**right, "role": "suspected"}
        yield {**right, "age_band": "under_15"}
        yield {**right, "seen_on": LONG_AHEAD}
        yield {**right, "line_id": UUID(int=0)}
        yield {**right, "list_id": UUID(int=0)}


def _tried_answers(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    for asked in world.find(QUESTION, authority_id=who.authority):
        names = ("unit_id", "line_id", "sender_id")
        right = {"authority_id": who.authority, "by": who.user, **{name: asked[name] for name in names}}
        yield right
        yield {**right, "by": next(user for user in USERS if user != who.user)}
        yield {**right, "sender_id": next(each for each in AUTHORITIES if each != right["sender_id"])}
        yield {**right, "line_id": UUID(int=0)}
        yield {**right, "authority_id": next(each for each in AUTHORITIES if each != who.authority)}


def _tried_cases(who: Who, world: World) -> Iterator[Mapping[str, Any]]:
    for meeting in world.of(MEETING):
        for column, behind in _could_be_put(who, world).items():
            for row in behind:
                right = {**_own_case(who), "meeting_id": meeting.id, column: row.id}
                yield right
                yield {**right, "decision": "talk", "decided_at": EARLIER}
                yield {**right, "put_by": next(user for user in USERS if user != who.user)}
                yield {**right, "authority_id": next(each for each in AUTHORITIES if each != who.authority)}


def _could_be_put(who: Who, world: World) -> Mapping[str, list[Row]]:
    """Give the first file and copy of the own authority, and the first that the asker reaches."""
    files, copies = (list(world.find(label, authority_id=who.authority)) for label in (FILE, COPY))
    reached = [each for each in files if reaches_file(who, each, world)]
    read = [each for each in copies if reads_copy(who, each, world)]
    return {"person_id": [*files[:1], *reached[:1]], "received_id": [*copies[:1], *read[:1]]}


def _own_list(who: Who) -> dict[str, Any]:
    return {"authority_id": who.authority, "unit_id": who.unit, "opened_by": who.user}


def _own_case(who: Who) -> dict[str, Any]:
    return {"authority_id": who.authority, "unit_id": who.unit, "put_by": who.user, "decision": ""}


def _night_removes(who: Who, row: Row, world: World) -> bool:
    return is_own(who, row) and is_night(who) and _is_units(who, row, world)


HAND_OVER = (
    Oracle(
        label=LIST,
        sees=_is_units,
        grows=_grow_certain_and_lists,
        adds=_begins,
        changes=frozenset({"closed_at", "closed_label", "lines_brought", "lines_taken_up"}),
        fits=_own_list,
        tries=_tried_lists,
    ),
    Oracle(
        label=LINE,
        sees=_is_on_own_list,
        grows=_grow_lines,
        adds=_brings,
        changes=frozenset({"disclosure_id"}),
        removes=_is_on_own_list,
        tries=_tried_lines,
    ),
    Oracle(
        label=QUESTION,
        sees=_is_asked,
        grows=_grow_questions,
        adds=_asks,
        removes=_is_asked,
        fits=lambda who: {"sender_id": who.authority},
        tries=_tried_questions,
    ),
    Oracle(
        label=ANSWER,
        sees=_is_of_both,
        grows=_grow_answers,
        adds=_answers,
        removes=_night_removes,
        fits=lambda who: {"authority_id": who.authority, "by": who.user, "unit_id": who.unit},
        tries=_tried_answers,
    ),
    Oracle(
        label=GIVEN,
        sees=_is_units,
        grows=_grow_given,
        adds=_is_units,
        removes=_is_units,
        fits=lambda who: {"authority_id": who.authority, "unit_id": who.unit},
    ),
    Oracle(
        label=CASE,
        sees=_sees_case,
        grows=_grow_cases,
        adds=_puts,
        changes=frozenset({"present", "basis", "decision", "responsible_id", "due_on", "decided_at", "decided_label"}),
        alters=_stands_on,
        removes=_stands_on,
        fits=_own_case,
        tries=_tried_cases,
    ),
)
