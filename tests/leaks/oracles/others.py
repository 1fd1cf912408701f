"""Originals of police reports, which may name somebody; and the keys that persons' words are sealed by."""

from __future__ import annotations

from tests.leaks.choice import Choice
from tests.leaks.oracles.oracle import Oracle, acts, is_fellow, reaches_exit, reaches_persons, reaches_rights
from tests.leaks.world import AUTHORITIES, EARLIER, PARTNERSHIPS, Row, Who, World

ORIGINAL, KEY = "situation.SourceText", "keys.DataKey"
_OF_ORIGINAL = {"id", "partnership_id", "authority_id", "name", "text", "digest", "district", "layout"}
_OF_ORIGINAL |= {"published_on", "received_at", "received_by", "delete_at", "deleted_at", "released_at"}


def _is_own_original(who: Who, row: Row, _world: World) -> bool:
    """The authority's that received it, whoever asks there (ADR 0010)."""
    return acts(who) and row["authority_id"] == who.authority


def _is_own_key(who: Who, row: Row, _world: World) -> bool:
    """A key does not say whose it is; how many there are would still tell how many persons."""
    opens = reaches_persons(who) or reaches_exit(who) or reaches_rights(who)
    return opens and row["authority_id"] == who.authority


def _makes_key(who: Who, row: Row, world: World) -> bool:
    """One's own, or that of a fellow party's copy, in a file, in exit or at the rights desk (ADR 0025, 0029, 0040)."""
    tells = reaches_persons(who) or reaches_exit(who) or reaches_rights(who)
    is_for_a_fellow = tells and is_fellow(row["authority_id"], who, world) and not row["destroyed_at"]
    return _is_own_key(who, row, world) or is_for_a_fellow


def _grow_originals(choice: Choice, world: World) -> None:
    for number in range(choice.count(2)):
        digest = bytes([number]) * 32
        world.add(ORIGINAL, authority_id=choice.pick(AUTHORITIES), partnership_id=PARTNERSHIPS[0], digest=digest)


def _grow_keys(choice: Choice, world: World) -> None:
    for _ in range(choice.count(2)):
        world.add(KEY, authority_id=choice.pick(AUTHORITIES), wrapped=b"", destroyed_at=choice.pick((None, EARLIER)))


OTHERS = (
    Oracle(
        label=ORIGINAL,
        sees=_is_own_original,
        grows=_grow_originals,
        adds=_is_own_original,
        changes=frozenset(_OF_ORIGINAL),
        removes=_is_own_original,
    ),
    Oracle(
        label=KEY,
        sees=_is_own_key,
        grows=_grow_keys,
        adds=_makes_key,
        changes=frozenset({"wrapped", "version", "destroyed_at"}),
    ),
)
