"""Worlds to ask in: small ones that Hypothesis draws, and a rich one that is always the same."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from rundbord.access.purposes import Purpose
from rundbord.access.roles import Role
from tests.leaks.certain import add_certain_rows
from tests.leaks.choice import Choice, Seeded
from tests.leaks.oracles import ORACLES
from tests.leaks.world import (
    APP,
    AUTHORITIES,
    DOOR,
    JOB,
    OTHER_TABLE,
    PARTNERSHIPS,
    PLACE,
    TABLE,
    UNITS,
    USERS,
    Seat,
    Who,
    World,
)

_ASKERS = 4
_PURPOSES = (Purpose.PREVENTION, Purpose.PREVENTION, Purpose.PREVENTION, Purpose.CONTROL, Purpose.UPKEEP)
# Mostly somebody who works with persons: of the others there is little to say.
_ROLES = (Role.CASE_WORKER, Role.OFFICER, Role.COORDINATOR, Role.LEADER, Role.CASE_WORKER, *Role)
_TRUE_MOSTLY = (True, True, True, False)


def drawn_world(choice: Choice) -> World:
    """Draw who sits where, the rows, and who asks."""
    world = World(seats=_seats(choice))
    _grow(choice, world)
    world.askers = [_asker(choice) for _ in range(_ASKERS)]
    return world


def rich_world(seed: int = 7) -> World:
    """Give a world with many rows of every table and everybody asking, in which a wrong policy shows."""
    world = World(seats=_seats_of_every_kind())
    for label, oracle in ORACLES.items():
        # Each table from a seed of its own: one more changes nothing in the others.
        oracle.grows(Seeded(f"{seed} {label}", richness=4), world)
    add_certain_rows(world)
    world.askers = [*_colleagues(), *_strangers()]
    return world


def _grow(choice: Choice, world: World) -> None:
    for oracle in ORACLES.values():
        oracle.grows(choice, world)


def _seats_of_every_kind() -> list[Seat]:
    """Sit, sit until a day ahead, have left, and will sit only later."""
    ending = Seat(partnership=TABLE, authority=AUTHORITIES[2], is_current=True, is_timed=True)
    coming = Seat(partnership=OTHER_TABLE, authority=AUTHORITIES[1], is_current=False, is_timed=True)
    left = ((OTHER_TABLE, AUTHORITIES[0]), (TABLE, AUTHORITIES[3]))
    gone = [Seat(partnership=table, authority=authority, is_current=False) for table, authority in left]
    return [*_seat(TABLE, *AUTHORITIES[:2]), ending, *_seat(OTHER_TABLE, *AUTHORITIES[2:]), *gone, coming]


def _seats(choice: Choice) -> list[Seat]:
    """Sit, have sat, or never."""
    drawn = [
        (table, authority, choice.pick((True, True, False, None)))
        for table in PARTNERSHIPS
        for authority in AUTHORITIES
    ]
    return [Seat(partnership=t, authority=a, is_current=current) for t, a, current in drawn if current is not None]


def _seat(table: UUID, *authorities: UUID) -> list[Seat]:
    return [Seat(partnership=table, authority=authority, is_current=True) for authority in authorities]


def _asker(choice: Choice) -> Who:
    user = choice.pick(list(USERS))
    home = USERS[user]
    own = [unit for unit, authority in UNITS.items() if authority == UNITS[home]]
    return Who(
        user=choice.pick((user, user, user, user, None)),
        authority=UNITS[home],
        unit=choice.pick((home, home, *own, None)),
        partnership=choice.pick((TABLE, TABLE, OTHER_TABLE, None)),
        role=choice.pick(_ROLES),
        has_second_factor=choice.pick(_TRUE_MOSTLY),
        knows_the_rules=choice.pick(_TRUE_MOSTLY),
        purpose=choice.pick(_PURPOSES),
        login=choice.pick((APP, APP, APP, JOB, PLACE, DOOR)),
    )


def _colleagues() -> list[Who]:
    """Everybody, each in the own unit; one of them in none, one at the other table, one at none."""
    all_of_them = [Who(user=user, authority=UNITS[unit], unit=unit) for user, unit in USERS.items()]
    first = all_of_them[0]
    elsewhere = [
        Who(user=each.user, authority=each.authority, unit=each.unit, partnership=OTHER_TABLE)
        for each in all_of_them[::3]
    ]
    return [
        *all_of_them,
        *elsewhere,
        Who(user=first.user, authority=first.authority, unit=None),
        Who(user=first.user, authority=first.authority, unit=first.unit, partnership=None),
    ]


def _strangers() -> list[Who]:
    """Nobody, who has not proved it, other roles than a case worker's, the night, and the other logins."""
    user, unit = next(iter(USERS.items()))
    own: dict[str, Any] = {"user": user, "authority": UNITS[unit], "unit": unit}
    without_proof = [
        Who(user=each, authority=UNITS[its], unit=its, has_second_factor=False)
        for each, its in list(USERS.items())[2::2]
    ]
    exit_seats = [
        Who(user=each, authority=UNITS[its], unit=its, role=Role.EXIT_COORDINATOR, purpose=purpose)
        for each, its in USERS.items()
        for purpose in (Purpose.PREVENTION, Purpose.UPKEEP)
    ]
    controlling = [
        Who(user=each, authority=UNITS[its], unit=its, role=Role.EXIT_COORDINATOR, purpose=Purpose.CONTROL)
        for each, its in list(USERS.items())[::2]
    ]
    registrars = [
        Who(user=each, authority=UNITS[its], unit=its, role=Role.REGISTRAR, purpose=purpose)
        for each, its in list(USERS.items())[::3]
        for purpose in (Purpose.PREVENTION, Purpose.UPKEEP)
    ]
    leaders = [Who(user=each, authority=UNITS[its], unit=its, role=Role.LEADER) for each, its in USERS.items()]
    other = {"user": list(USERS)[2], "unit": list(UNITS)[1]}
    return [
        Who(**own | other, purpose=Purpose.UPKEEP, login=JOB),
        *without_proof,
        Who(user=None, authority=UNITS[unit], unit=unit),
        Who(**own, has_second_factor=False),
        Who(**own, knows_the_rules=False),
        *exit_seats,
        *controlling,
        *registrars,
        Who(**own, role=Role.REGISTRAR, has_second_factor=False),
        *leaders,
        *(Who(**own, role=role) for role in (Role.SECRETARY, Role.DPO, Role.ADMINISTRATOR)),
        Who(**own, purpose=Purpose.UPKEEP, login=JOB),
        Who(**own, login=PLACE),
        Who(**own, login=DOOR),
    ]
