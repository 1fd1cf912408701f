"""Who takes part in a programme: the unit that runs the course, and nobody else, whatever their authority."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.leaks.choice import Choice
from tests.leaks.oracles.oracle import Oracle, is_night, is_own
from tests.leaks.world import LONG_AHEAD, UNITS, Row, Who, World

PARTICIPANT, PRESENCE = "programmes.Participant", "programmes.Presence"


def _is_of_own_unit(who: Who, row: Row, _world: World) -> bool:
    return is_own(who, row) and who.unit is not None and row["unit_id"] == who.unit


def _sees(who: Who, row: Row, world: World) -> bool:
    """The own unit; and the night, which takes names away."""
    return _is_of_own_unit(who, row, world) or (is_own(who, row) and is_night(who))


def _grow_participants(choice: Choice, world: World) -> None:
    for unit in [choice.pick(list(UNITS)) for _ in range(choice.count(3))]:
        world.add(PARTICIPANT, authority_id=UNITS[unit], unit_id=unit, delete_on=LONG_AHEAD)


def _grow_presences(choice: Choice, world: World) -> None:
    for unit in [choice.pick(list(UNITS)) for _ in range(choice.count(3))]:
        world.add(PRESENCE, authority_id=UNITS[unit], unit_id=unit)


def _of_own_unit(who: Who) -> Mapping[str, Any]:
    return {"authority_id": who.authority, "unit_id": who.unit}


PROGRAMMES = (
    Oracle(
        label=PARTICIPANT,
        sees=_sees,
        grows=_grow_participants,
        adds=_is_of_own_unit,
        changes=frozenset({"consent_on", "consent_from", "ended_on", "ending", "follow_up_id"}),
        fits=_of_own_unit,
    ),
    Oracle(
        label=PRESENCE,
        sees=_sees,
        grows=_grow_presences,
        adds=_is_of_own_unit,
        changes=frozenset({"was_there", "at"}),
        fits=_of_own_unit,
    ),
)
