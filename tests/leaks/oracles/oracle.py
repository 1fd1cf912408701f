"""What an oracle says of a table: who sees, adds, changes and removes its rows, as the decisions have it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rundbord.access.purposes import Purpose
from rundbord.access.roles import Role
from tests.leaks.choice import Choice
from tests.leaks.world import APP, JOB, Row, Who, World

Says = Callable[[Who, Row, World], bool]

# Who works with young people; a secretary, an administrator, a street worker, a DPO, a partner never do (A.13), and
# whoever coordinates exit does so in another seat (ADR 0028).
_WORKS_WITH_PERSONS = {Role.COORDINATOR, Role.CASE_WORKER, Role.OFFICER, Role.LEADER}


def nobody(_who: Who, _row: Row, _world: World) -> bool:
    """Say that nobody may."""
    return False


def _own_authority(who: Who) -> Mapping[str, Any]:
    return {"authority_id": who.authority}


def _nothing_moves(_who: Who, _row: Row) -> Iterable[Mapping[str, Any]]:
    return ()


def _nothing_tried(_who: Who, _world: World) -> Iterable[Mapping[str, Any]]:
    return ()


@dataclass(frozen=True, kw_only=True)
class Oracle:
    """What is right for one table.

    `changes` are the columns that whoever sees a row (or whom `alters` names) may change, as long as it is still so
    afterwards (or as `becomes` has it); `night_changes` those that the worker's login alone may, as `night_removes`
    says which rows it alone removes; `fits` is what a row of the asker's own would hold; `moves` are changes that
    could take a row out of or into reach; `forges` are columns against the truth that a new row might hold; `tries`
    are whole new rows, for what hangs on several others; `grows` adds rows of the table to a world.
    """

    label: str
    sees: Says
    grows: Callable[[Choice, World], None]
    adds: Says = nobody
    changes: frozenset[str] = frozenset()
    night_changes: frozenset[str] = frozenset()
    alters: Says | None = None
    becomes: Says | None = None
    removes: Says = nobody
    night_removes: Says = nobody
    fits: Callable[[Who], Mapping[str, Any]] = _own_authority
    moves: Callable[[Who, Row], Iterable[Mapping[str, Any]]] = _nothing_moves
    forges: tuple[Mapping[str, Any], ...] = ()
    tries: Callable[[Who, World], Iterable[Mapping[str, Any]]] = _nothing_tried

    def removal_by(self, login: str) -> Says:
        """Give what is right of removal for whoever comes by a login."""
        return self.removes if self.night_removes is nobody or login != JOB else self.night_removes


def acts(who: Who) -> bool:
    """Tell whether anybody asks at all: web or worker, in a signed context."""
    return who.user is not None and who.login in {APP, JOB}


def reaches_persons(who: Who) -> bool:
    """Tell whether the session reaches persons: by role, second factor and introduction (ADR 0021)."""
    return acts(who) and who.role in _WORKS_WITH_PERSONS and _has_proved_it(who)


def reaches_exit(who: Who) -> bool:
    """Tell whether the session is that of an exit coordinator, proved as well."""
    return acts(who) and who.role is Role.EXIT_COORDINATOR and _has_proved_it(who)


def reaches_rights(who: Who) -> bool:
    """Tell whether the session is that of a registrar, proved as well (ADR 0040)."""
    return acts(who) and who.role is Role.REGISTRAR and _has_proved_it(who)


def _has_proved_it(who: Who) -> bool:
    return who.has_second_factor and who.knows_the_rules


def is_own(who: Who, row: Row) -> bool:
    """Tell whether the row is the asker's own authority's, in a session that reaches persons."""
    return reaches_persons(who) and row["authority_id"] == who.authority


def is_night(who: Who) -> bool:
    """Tell whether nightly work asks."""
    return who.purpose is Purpose.UPKEEP


def sits(who: Who, world: World) -> bool:
    """Tell whether the asker's authority sits at the table it claims, today."""
    return any(
        seat.is_current and seat.partnership == who.partnership and seat.authority == who.authority
        for seat in world.seats
    )


def is_fellow(authority: object, who: Who, world: World) -> bool:
    """Tell whether an authority sits at the asker's table, today, and the asker too."""
    return sits(who, world) and any(
        seat.is_current and seat.partnership == who.partnership and seat.authority == authority for seat in world.seats
    )
