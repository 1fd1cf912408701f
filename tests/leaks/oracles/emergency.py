"""Break-glass: what one running use opens, for its user alone and for that purpose alone (ADR 0037)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

from rundbord.access.purposes import Purpose
from rundbord.access.roles import Role
from tests.leaks.oracles.files import reaches_file
from tests.leaks.oracles.oracle import acts, reaches_persons
from tests.leaks.world import APP, EARLIER, LATER, LONG_AGO, PARTNERSHIPS, UNITS, USERS, Row, Who, World

USE, RULE, DUTY = "emergency.EmergencyAccess", "emergency.EmergencyRule", "identity.Duty"
FILE, FACT = "concerns.YoungPerson", "concerns.Fact"
# What is read by that door; everything else stays shut, whoever opened it.
OPENED = (FACT, "concerns.Concern", "concerns.CustodyHolder", "concerns.Safeguard")
# A file, and who opens it out of which unit.
Way = tuple[Row, UUID, UUID]
_BY_NAME = {"p4", "p5", "p7"}


def file_to_open(world: World) -> Way:
    """Give a file of each kind of rows, and a colleague of another unit who does not reach it."""
    file, user, unit = next(_ways_in(world))
    of_file = {"authority_id": file["authority_id"], "person_id": file.id}
    for of in ("p2", "p5"):
        words = {"written_by": file["lead_id"], "readers": [], "information_class": of}
        world.add(FACT, **of_file, **words, received_under="")
        world.add(FACT, **of_file, **words, received_under="-")
    world.add("concerns.Concern", **of_file, opened_by=file["lead_id"], partnership_id=PARTNERSHIPS[0])
    for label in ("concerns.CustodyHolder", "concerns.Safeguard"):
        world.add(label, **of_file)
    return file, user, unit


def use_in(world: World, way: Way) -> Row:
    """Let the colleague have it open, in an authority that gave break-glass to the role."""
    file, user, unit = way
    own = {"authority_id": file["authority_id"]}
    world.add(RULE, **own, roles=[Role.CASE_WORKER.value], set_by=user)
    world.add(DUTY, **own, user_id=user, unit_id=unit, role=Role.CASE_WORKER.value, starts_on=LONG_AGO, ends_on=None)
    whose = {**own, "unit_id": file["unit_id"], "lead_id": file["lead_id"]}
    when = {"opened_at": EARLIER, "ends_at": LATER, "ended_at": None}
    return world.add(USE, **whose, **when, user_id=user, person_id=file.id)


def askers_about(use: Row) -> list[Who]:
    """Ask as its user for that purpose and for others, as colleagues and as other authorities who claim it."""
    unit = USERS[use["user_id"]]
    everybody = [
        Who(user=each, authority=UNITS[home], unit=home, purpose=Purpose.EMERGENCY) for each, home in USERS.items()
    ]
    plain = Who(user=use["user_id"], authority=use["authority_id"], unit=unit)
    its = replace(plain, purpose=Purpose.EMERGENCY)
    return [
        *everybody,
        plain,
        replace(its, has_second_factor=False),
        replace(its, role=Role.EXIT_COORDINATOR),
        replace(its, role=Role.SECRETARY),
        replace(its, unit=use["unit_id"]),
        replace(its, authority=next(each for each in UNITS.values() if each != use["authority_id"])),
    ]


def opens(who: Who, row: Row, use: Row) -> bool:
    """Say whether a use lets somebody read a row of the opened file."""
    if row.label not in OPENED or row["person_id"] != use["person_id"]:
        return False
    is_user = reaches_persons(who) and who.user == use["user_id"] and who.unit == USERS[use["user_id"]]
    is_own = row["authority_id"] == use["authority_id"] == who.authority
    # What others told, and what named readers read, stays shut.
    is_plain = row.label != FACT or (row["information_class"] not in _BY_NAME and row["received_under"] == "")
    return is_user and is_own and is_plain and who.login == APP and who.purpose is Purpose.EMERGENCY


def notices_use(who: Who, use: Row) -> bool:
    """Say who learns that there is a use: its user, the responsible, leaders and the officer of the own authority."""
    is_told = who.user in {use["user_id"], use["lead_id"]} or who.role in {Role.LEADER, Role.DPO}
    return acts(who) and who.authority == use["authority_id"] and is_told


def _ways_in(world: World) -> Iterator[Way]:
    """Give each file that can be opened with a colleague of another unit who does not reach it."""
    for file in world.of(FILE):
        if file["is_narrow"] or file["moved_on"] is not None:
            continue
        for user, unit in USERS.items():
            who = Who(user=user, authority=UNITS[unit], unit=unit)
            if UNITS[unit] == file["authority_id"] and not reaches_file(who, file, world):
                yield file, user, unit
