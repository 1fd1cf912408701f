"""Functions that run as their definer give only what the asker may see, and do only what the asker may do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import connection

from rundbord.access.purposes import Purpose
from rundbord.access.roles import Role
from tests.database import as_owner
from tests.leaks import database
from tests.leaks.database import insertion, literal
from tests.leaks.oracles.files import FACT, FILE, reaches_file
from tests.leaks.oracles.oracle import acts, is_fellow, reaches_persons
from tests.leaks.oracles.told import COPY, TOLD
from tests.leaks.oracles.who_else import NOMINATION, ROUND
from tests.leaks.world import APP, JOB, LONG_AGO, LONG_AHEAD, UNITS, USERS, Row, Who, World
from tests.leaks.worlds import rich_world

_ASKED_ROLES = [Role.CASE_WORKER.value, Role.OFFICER.value]
_LABEL = "Kollega"


@dataclass(frozen=True, kw_only=True)
class _Duty:
    """What a user is in a unit: of which authority's keeping, and whether today."""

    user: UUID
    unit: UUID
    role: Role
    starts_on: date = LONG_AGO
    ends_on: date | None = None

    @property
    def authority(self) -> UUID:
        return UNITS[self.unit]

    @property
    def is_today(self) -> bool:
        return self.starts_on == LONG_AGO and self.ends_on is None


def _duties() -> list[_Duty]:
    """Two in each unit, one of them a leader; and in each a guest, somebody who left, and somebody who is to come."""
    own = [
        _Duty(user=user, unit=unit, role=Role.LEADER if place % 2 else Role.CASE_WORKER)
        for place, (user, unit) in enumerate(USERS.items())
    ]
    guests = list(USERS)
    others = [
        duty
        for place, unit in enumerate(UNITS)
        for duty in (
            _Duty(user=guests[place - 1], unit=unit, role=Role.OFFICER),
            _Duty(user=guests[place - 2], unit=unit, role=Role.OFFICER, ends_on=LONG_AGO),
            _Duty(user=guests[place - 3], unit=unit, role=Role.OFFICER, starts_on=LONG_AHEAD),
        )
    ]
    return own + others


@pytest.fixture
def world(db: None) -> Iterator[World]:
    """The rich world with duties in it."""
    world = rich_world()
    with database.undone():
        database.build(world)
        with as_owner(), connection.cursor() as cursor:
            for duty in _duties():
                cursor.execute(insertion("identity.Duty", _columns(duty)))
        yield world


def _columns(duty: _Duty) -> dict[str, object]:
    return {
        "id": uuid4(),
        "authority_id": duty.authority,
        "unit_id": duty.unit,
        "user_id": duty.user,
        "role": duty.role.value,
        "starts_on": duty.starts_on,
        "ends_on": duty.ends_on,
    }


def test_oracle_of_readers_of_unit_counts_in_units_of_parties_at_the_table_alone(world: World) -> None:
    wrong = []
    for who in world.askers:
        rights = {unit: _readers_seen(who, unit, world) for unit in UNITS}
        conditions = [f"{_readers_of(unit)} = {number}" for unit, number in rights.items()]
        with database.asking(who):
            given = database.hold(conditions)
        expected = [who.login in {APP, JOB}] * len(conditions)
        wrong += [
            (who, unit) for unit, is_right, right in zip(UNITS, given, expected, strict=True) if is_right != right
        ]

    assert wrong == []


def test_oracle_of_readers_of_unit_says_some_and_none(world: World) -> None:
    numbers = {_readers_seen(who, unit, world) for who in world.askers for unit in UNITS}

    assert {0, 2} <= numbers


def test_oracle_of_hand_over_file_hands_over_what_is_reached_to_a_colleague_of_that_unit(world: World) -> None:
    wrong, answers = [], set()
    for who in world.askers:
        tries = [(file, to) for file in world.of(FILE) for to in _targets()]
        with database.asking(who):
            given = database.hold([_hand_over(file, *to) for file, to in tries])
        for (file, to), is_done in zip(tries, given, strict=True):
            right = _hands_over(who, file, to, world)
            answers.add(right)
            if is_done != right:
                wrong.append((who, file, to))

    assert wrong == []
    assert answers == {True, False}


def test_handing_over_changes_unit_and_responsible_and_nothing_else(world: World) -> None:
    who, file, (unit, user) = next(
        (who, file, to)
        for who in world.askers
        for file in world.of(FILE)
        for to in _targets()
        if _hands_over(who, file, to, world) and file["unit_id"] != to[0]
    )
    before = _rows()
    with database.asking(who), connection.cursor() as cursor:
        cursor.execute(f"SELECT {_hand_over(file, unit, user)}")
        after = _rows()

    changed = {key: {column for column in row if row[column] != before[key][column]} for key, row in after.items()}
    assert {key: columns for key, columns in changed.items() if columns} == {file.id: changed[file.id]}
    assert changed[file.id] <= {"unit_id", "lead_id", "lead_label"}
    assert (after[file.id]["unit_id"], after[file.id]["lead_id"]) == (unit, user)


def test_oracle_of_keep_apart_follows_the_responsibles_own_restricted_copy_alone(world: World) -> None:
    wrong, moved = [], 0
    for who in _who_keep_apart(world):
        for file in world.of(FILE):
            right = _kept_apart(who, file, world)
            moved += len(right)
            before = _told_rows()
            with database.asking(who), connection.cursor() as cursor:
                cursor.execute(f"SELECT ctx.keep_apart({literal(file.id)}::uuid)")
                after = _told_rows()
            changed = {key for key, row in after.items() if row != before[key]}
            gone = before.keys() - after.keys()
            if changed | gone != right:
                wrong.append((who, file, changed | gone, right))

    assert wrong == []
    assert moved


def _who_keep_apart(world: World) -> list[Who]:
    """Those who reach persons on the web, each in the own unit, by day."""
    return [who for who in world.askers if who.login == APP and who.user is not None and reaches_persons(who)]


def _kept_apart(who: Who, file: Row, world: World) -> set[UUID]:
    """Give the rows that go along: told of the file, taken into it, answered from it, and nominated of it."""
    if file["moved_on"] is None or file["lead_id"] != who.user or file["authority_id"] != who.authority:
        return set()
    told = [row for row in world.find(TOLD, about_id=file.id, authority_id=who.authority) if _is_for(row, file)]
    copies = [row for row in world.find(COPY, authority_id=who.authority) if _is_for(row, file)]
    gone = [row for row in world.find(NOMINATION, about_id=file.id, authority_id=who.authority) if _is_open(row, world)]
    taken = [row for row in copies if row["disclosure_id"] in _used_by(file, world)]
    return {row.id for row in (*told, *taken, *gone)}


def _is_for(row: Row, file: Row) -> bool:
    """What named people read stays theirs, unless the responsible is one of them."""
    return not row["readers"] or file["lead_id"] in row["readers"]


def _used_by(file: Row, world: World) -> set[UUID]:
    """Give the copies that this file took from, and no file that is still worked on."""
    whose = {"authority_id": file["authority_id"]}
    taken = {fact["disclosure_id"] for fact in world.find(FACT, **whose, person_id=file.id)}
    answered = {told["in_answer_to"] for told in world.find(TOLD, **whose, about_id=file.id)}
    kept = {
        fact["disclosure_id"]
        for fact in world.find(FACT, **whose)
        if any(each["moved_on"] is None for each in world.find(FILE, id=fact["person_id"], **whose))
    }
    return (taken | answered) - kept - {None}


def _is_open(nomination: Row, world: World) -> bool:
    return any(each["closed_at"] is None for each in world.find(ROUND, id=nomination["round_id"]))


def _told_rows() -> dict[UUID, object]:
    """Read who reads what was told and received, and which nominations stand."""
    found: dict[UUID, object] = {}
    with as_owner(), connection.cursor() as cursor:
        for table in ("sharing_disclosure", "sharing_receiveddisclosure"):
            cursor.execute(f"SELECT id, kept_by, readers FROM {table}")
            found |= {UUID(str(key)): rest for key, *rest in cursor.fetchall()}
        cursor.execute("SELECT id FROM sharing_nomination")
        found |= {UUID(str(key)): None for (key,) in cursor.fetchall()}
    return found


def _readers_of(unit: UUID) -> str:
    return f"ctx.readers_of_unit({literal(unit)}::uuid, {literal(_ASKED_ROLES)}::text[])"


def _readers_seen(who: Who, unit: UUID, world: World) -> int:
    """Count the users with such a role in the unit today, where its authority sits at the asker's table."""
    if not acts(who) or not is_fellow(UNITS[unit], who, world):
        return 0
    return len({d.user for d in _duties() if d.unit == unit and d.is_today and d.role.value in _ASKED_ROLES})


def _targets() -> list[tuple[UUID, UUID]]:
    """Give units with somebody who is there today, was, will be, or never."""
    users = list(USERS)
    return [(unit, user) for unit in UNITS for user in (users[0], users[2], users[5], users[-1])]


def _hand_over(file: Row, unit: UUID, user: UUID) -> str:
    return f"ctx.hand_over_file({literal(file.id)}::uuid, {literal(unit)}::uuid, {literal(user)}::uuid, '{_LABEL}')"


def _hands_over(who: Who, file: Row, to: tuple[UUID, UUID], world: World) -> bool:
    """A file that the asker reaches by day, on the web, to somebody who is in that unit of the own authority today.

    A restricted copy of somebody who has moved away stays where it is.
    """
    by_day = replace(who, purpose=Purpose.PREVENTION) if who.purpose is Purpose.UPKEEP else who
    is_there = any(
        (duty.unit, duty.user) == to and duty.authority == who.authority and duty.is_today for duty in _duties()
    )
    return who.login == APP and is_there and file["moved_on"] is None and reaches_file(by_day, file, world)


def _rows() -> dict[UUID, dict[str, object]]:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM concerns_youngperson")
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return {UUID(str(row["id"])): row for row in rows}
