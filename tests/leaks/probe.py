"""Where the database and the oracle differ: the question behind every test here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tests.leaks import database
from tests.leaks.filling import harmless
from tests.leaks.oracles import ORACLES, may
from tests.leaks.oracles.oracle import nobody, reaches_exit, reaches_persons
from tests.leaks.world import APP, DOOR, JOB, PLACE, Row, Who, World

VERBS = ("select", "insert", "update", "delete")
# Rows of a table that are tried as new ones, by each asker.
_TRIED = 8


@dataclass(frozen=True, kw_only=True)
class Difference:
    """One answer that is wrong; `leaks` when the database gives what it must not."""

    who: Who | None
    verb: str
    label: str
    row: object
    leaks: bool

    def __str__(self) -> str:
        """Say it in a line."""
        which = "LEAKS" if self.leaks else "withholds"
        return f"{self.verb} on {self.label} {which}: {self.row} to {self.who}"


def differences(
    world: World, *, labels: Iterable[str] = tuple(ORACLES), verbs: Iterable[str] = VERBS
) -> Iterator[Difference]:
    """Find every difference in a world that stands in the database, one after the other."""
    labels, verbs = tuple(labels), tuple(verbs)
    for who in world.askers:
        yield from differences_for(who, world, labels=labels, verbs=verbs)
    for label in labels:
        yield from grants(label)


def differences_for(who: Who, world: World, *, labels: Iterable[str], verbs: Iterable[str]) -> Iterator[Difference]:
    """Find every difference in what one asker gets."""
    with database.asking(who):
        for label in labels:
            for verb in verbs:
                yield from _ASKED[verb](label, who, world)


def nearest_first(label: str, world: World) -> Sequence[Who]:
    """Give those first in whose seat such rows are read at all: where there is a difference, they meet it soonest."""
    is_exit = label.startswith("interventions.Exit")
    return sorted(world.askers, key=lambda who: not (reaches_exit(who) if is_exit else reaches_persons(who)))


def _selects(label: str, who: Who, world: World) -> Iterator[Difference]:
    yield from _sets("select", label, who, world, given=database.seen_of(label))


def _deletes(label: str, who: Who, world: World) -> Iterator[Difference]:
    given = database.removed_blindly(label)
    right = len(_right("delete", label, who, world))
    if given != right:
        yield Difference(who=who, verb="delete", label=label, row=(given, right), leaks=given > right)


def _updates(label: str, who: Who, world: World) -> Iterator[Difference]:
    oracle = ORACLES[label]
    column = min(oracle.changes, default="authority_id")
    yield from _sets("update", label, who, world, given=database.changed_of(label, column))
    if oracle.changes:
        yield from _blindly(label, who, world)
    moves = world.once(("moves", who, label), lambda: _moves(label, who, world))
    for (moved, _, right), given in zip(moves, database.are_moved([update for _, update, _ in moves]), strict=True):
        if given != right:
            yield Difference(who=who, verb="update", label=label, row=moved, leaks=given)


def _moves(label: str, who: Who, world: World) -> list[tuple[object, str, bool]]:
    """Give every change that could take a row out of or into reach, its statement, and whether it is right."""
    return [
        (
            (row, columns),
            database.update_of(row, columns),
            may(who, "update", row.but(**columns), world, before=row),
        )
        for row in world.of(label)
        for columns in ORACLES[label].moves(who, row)
    ]


def _blindly(label: str, who: Who, world: World) -> Iterator[Difference]:
    column, value = harmless(label, ORACLES[label].changes)
    given = database.changed_blindly(label, column, value)
    right = world.once(("blindly", who, label), lambda: _right_blindly(label, who, world, **{column: value}))
    if given != right:
        yield Difference(who=who, verb="update", label=label, row=(column, given, right), leaks=given > right)


def _right_blindly(label: str, who: Who, world: World, **columns: Any) -> int:
    touched = [row for row in world.of(label) if may(who, "update", row, world, before=row)]
    after = [may(who, "update", row.but(**columns), world, before=row) for row in touched]
    # One row that may not become what it would become stops the whole statement.
    return len(after) if all(after) else 0


def _inserts(label: str, who: Who, world: World) -> Iterator[Difference]:
    tried = world.once(("inserts", who, label), lambda: _tried(label, who, world))
    for (row, _, right), given in zip(tried, database.are_added([insert for _, insert, _ in tried]), strict=True):
        if given != right:
            yield Difference(who=who, verb="insert", label=label, row=row, leaks=given)


def _tried(label: str, who: Who, world: World) -> list[tuple[Row, str, bool]]:
    """Give every row that is tried as a new one, its statement, and whether it is right."""
    rows = list(candidates(label, who, world))
    return [(row, database.insertion_of(row), may(who, "insert", row, world)) for row in rows]


_ASKED: dict[str, Callable[[str, Who, World], Iterator[Difference]]] = {
    "select": _selects,
    "insert": _inserts,
    "update": _updates,
    "delete": _deletes,
}


def _sets(verb: str, label: str, who: Who, world: World, *, given: Set[UUID]) -> Iterator[Difference]:
    for key in given ^ _right(verb, label, who, world):
        row = next((row for row in world.of(label) if row.id == key), key)
        yield Difference(who=who, verb=verb, label=label, row=row, leaks=key in given)


def _right(verb: str, label: str, who: Who, world: World) -> Set[UUID]:
    def work_out() -> Set[UUID]:
        return {row.id for row in world.of(label) if may(who, verb, row, world)}

    return world.once((verb, who, label), work_out)


def candidates(label: str, who: Who, world: World) -> Iterator[Row]:
    """Rows as somebody else's, as the asker's own, and as the asker's own but for one column."""
    for row in _spread(world.of(label)):
        own = dict(ORACLES[label].fits(who))
        yield row
        yield row.but(**own)
        for column in own:
            yield row.but(**{name: value for name, value in own.items() if name != column})
        for forged in ORACLES[label].forges:
            yield row.but(**own, **forged)
    for columns in ORACLES[label].tries(who, world):
        yield Row(label, columns)


def _spread(rows: list[Row]) -> list[Row]:
    return rows[:: max(1, -(-len(rows) // _TRIED))]


def grants(label: str) -> Iterator[Difference]:
    """What may be changed are these columns and no others; what nobody may remove or read is not even granted."""
    for login in (APP, JOB):
        granted = database.columns_granted(label, login, "UPDATE")
        at_night = ORACLES[label].night_changes if login == JOB else frozenset()
        for column in granted ^ (ORACLES[label].changes | at_night):
            yield Difference(who=None, verb="grant", label=label, row=column, leaks=column in granted)
        if database.is_granted(label, login, "DELETE") and ORACLES[label].removal_by(login) is nobody:
            yield Difference(who=None, verb="grant", label=label, row="delete", leaks=True)
    for login in (PLACE, DOOR):
        if database.columns_granted(label, login, "SELECT"):
            yield Difference(who=None, verb="grant", label=label, row=login, leaks=True)
