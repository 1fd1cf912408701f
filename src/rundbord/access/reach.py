"""What a session reaches beyond the common rows: words in the signed context that policies ask for (ADR 0024, 0028)."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from enum import StrEnum
from types import MappingProxyType

from rundbord.access.assurance import PERSON_ACCESS
from rundbord.access.permissions import Permission


class Reach(StrEnum):
    """Reach — rækkevidde: a kind of rows that some roles reach and others do not, whatever the row's authority."""

    PERSONS = "persons"
    EXIT = "exit"
    # Naming who may read what was told for named readers.
    READERS = "readers"
    LOG = "log"
    # Looking through what colleagues read, a few readings a week, without reading the log.
    CONTROL = "control"
    # Approving rules of deletion, and seeing what falls due by its number.
    DELETION = "deletion"
    # That citizens have asked for something, and by when it is answered; not who they are.
    DESK = "desk"
    # Who asks, and what was found about them.
    RIGHTS = "rights"


_EXIT = frozenset({Permission.COORDINATE_EXIT})
_RIGHTS = frozenset({Permission.HANDLE_RIGHTS})
_NEEDED: Mapping[Reach, frozenset[Permission]] = MappingProxyType(
    {
        Reach.PERSONS: PERSON_ACCESS - _EXIT - _RIGHTS,
        Reach.EXIT: _EXIT,
        Reach.READERS: frozenset({Permission.APPROVE_PRIVATE}),
        Reach.LOG: frozenset({Permission.READ_OWN_LOG}),
        Reach.CONTROL: frozenset({Permission.CONTROL_LOG}),
        Reach.DELETION: frozenset({Permission.CONTROL_DELETION}),
        Reach.DESK: frozenset({Permission.FOLLOW_RIGHTS}),
        Reach.RIGHTS: _RIGHTS,
    }
)


def reach_of(permissions: AbstractSet[Permission], *, is_place: bool) -> tuple[Reach, ...]:
    """Give what permissions in force reach, in a fixed order; the partners' workspace reaches its own log at most."""
    reached = tuple(reach for reach, needed in _NEEDED.items() if needed & permissions)
    return tuple(reach for reach in reached if reach is Reach.LOG) if is_place else reached
