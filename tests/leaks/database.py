"""A world in the database, and what somebody gets there: asked as the login itself, in a signed context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.utils import DatabaseError
from psycopg import errors, sql

from tests.database import as_owner
from tests.leaks.filling import filled, table_of
from tests.leaks.world import Row, Who, World


class _Undo(Exception):
    """Ends a block whose writes are not wanted."""


@contextmanager
def undone() -> Iterator[None]:
    """Take back whatever the block writes, changes of the database's own shape too."""
    try:
        with transaction.atomic():
            yield
            raise _Undo
    except _Undo:
        pass


# Runs each statement as whoever asks and takes it back: what came of it, in one journey to the database for many.
_ATTEMPTS = """
CREATE SCHEMA leaks;
GRANT USAGE ON SCHEMA leaks TO PUBLIC;
CREATE FUNCTION leaks.attempts(statements text[]) RETURNS text[] LANGUAGE plpgsql AS $$
DECLARE
    statement text;
    touched bigint;
    outcomes text[] := ARRAY[]::text[];
BEGIN
    FOREACH statement IN ARRAY statements LOOP
        BEGIN
            EXECUTE statement;
            GET DIAGNOSTICS touched = ROW_COUNT;
            RAISE EXCEPTION USING errcode = 'LEAKS', message = touched::text;
        EXCEPTION WHEN OTHERS THEN
            outcomes := outcomes || CASE SQLSTATE WHEN 'LEAKS' THEN SQLERRM ELSE SQLSTATE || ': ' || SQLERRM END;
        END;
    END LOOP;
    RETURN outcomes;
END $$;
"""
# No policy lets it in; and: it was let in, but collides with a row of the same world or is no valid row.
_NOT_ALLOWED, _LET_IN = "42501", ("23502", "23505", "23514")


def build(world: World) -> None:
    """Write the seats and rows of a world, as the owner, and what tries statements.

    No key is looked after, since some lead nowhere; and a table that waits for that could not change its shape.
    """
    with as_owner(), connection.cursor() as cursor:
        _look_after_keys(cursor, "replica")
        for seat in world.seats:
            joined, left = seat.days
            whose = {"id": uuid4(), "partnership_id": seat.partnership, "authority_id": seat.authority}
            cursor.execute(insertion("partnership.Party", {**whose, "joined_on": joined, "left_on": left}))
        for label, rows in world.rows.items():
            for row in rows:
                cursor.execute(insertion(label, row.columns))
        _look_after_keys(cursor, "origin")
        cursor.execute("RESET ROLE")
        cursor.execute(_ATTEMPTS)
        cursor.execute("SET ROLE rundbord_owner")


def _look_after_keys(cursor: CursorWrapper, role: str) -> None:
    cursor.execute("RESET ROLE")
    cursor.execute(f"SET LOCAL session_replication_role = {role}")
    cursor.execute("SET ROLE rundbord_owner")


@contextmanager
def asking(who: Who) -> Iterator[None]:
    """Be somebody for the length of the block; what is written in it is taken back."""
    with undone(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.ctx', %s, true)", [who.context()])
        cursor.execute(f"SET LOCAL ROLE {who.login}")
        yield


def seen_of(label: str) -> set[UUID]:
    """Give the rows that a plain SELECT gives; without a grant, none."""
    return _keys(f'SELECT id FROM "{table_of(label)}"')


def removed_blindly(label: str) -> int:
    """Count the rows that a DELETE takes which reads nothing, so that only the policy of removing is asked."""
    return _touched(f'DELETE FROM "{table_of(label)}"')


def changed_of(label: str, column: str) -> set[UUID]:
    """Give the rows that an UPDATE of this column reaches."""
    return _keys(f'UPDATE "{table_of(label)}" SET "{column}" = "{column}" RETURNING id')


def changed_blindly(label: str, column: str, value: object) -> int:
    """Count the rows that an UPDATE reaches which reads nothing, so that only the policy of changing is asked."""
    return _touched(f'UPDATE "{table_of(label)}" SET "{column}" = {_literal(value)}')


def are_moved(updates: Sequence[str]) -> list[bool]:
    """Tell of each UPDATE of a row whether it is carried out."""
    return [outcome == "1" for outcome in _attempts(updates)]


def are_added(insertions: Sequence[str]) -> list[bool]:
    """Tell of each INSERT whether it is let in; one that a constraint stops was, too."""
    return [outcome == "1" or outcome.startswith(_LET_IN) for outcome in _attempts(insertions)]


def insertion_of(row: Row) -> str:
    """Write the INSERT of a row under a key of its own."""
    return insertion(row.label, {**row.columns, "id": uuid4()})


def columns_granted(label: str, login: str, verb: str) -> set[str]:
    """Give the columns that a login may name in such a command."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
            " AND has_column_privilege(%s, attrelid, attnum, %s)",
            [table_of(label), login, verb],
        )
        return {str(name) for (name,) in cursor.fetchall()}


def is_granted(label: str, login: str, verb: str) -> bool:
    """Tell whether a login has a command on a whole table."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_table_privilege(%s, %s, %s)", [login, table_of(label), verb])
        return bool(cursor.fetchone() == (True,))


def _keys(statement: str) -> set[UUID]:
    try:
        with undone(), connection.cursor() as cursor:
            cursor.execute(statement)
            keys = {key for (key,) in cursor.fetchall()}
    except DatabaseError as refused:
        if not isinstance(refused.__cause__, errors.InsufficientPrivilege):
            raise
        return set()
    return keys


def _touched(statement: str) -> int:
    outcome = _attempts([statement])[0]
    return int(outcome) if outcome.isdigit() else 0


def _attempts(statements: Sequence[str]) -> list[str]:
    """Try each; a number says how many rows it touched. What is neither a number nor a no is a mistake of the test."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT leaks.attempts(%s::text[])", [list(statements)])
        row = cursor.fetchone()
    outcomes: list[str] = row[0] if row else []
    strange = [each for each in outcomes if not each.isdigit() and not each.startswith((_NOT_ALLOWED, *_LET_IN))]
    assert strange == [], strange[:3]
    return outcomes


def insertion(label: str, columns: Mapping[str, Any]) -> str:
    """Write the INSERT of a row, filled up with what the table demands."""
    row = filled(label, columns)
    names = ", ".join(f'"{name}"' for name in row)
    return f'INSERT INTO "{table_of(label)}" ({names}) VALUES ({", ".join(map(_literal, row.values()))})'


def update_of(row: Row, columns: Mapping[str, Any]) -> str:
    """Write the UPDATE of a row."""
    setting = ", ".join(f'"{column}" = {_literal(value)}' for column, value in columns.items())
    return f'UPDATE "{table_of(row.label)}" SET {setting} WHERE id = {_literal(row.id)}'


def _literal(value: Any) -> str:
    is_fixed = not isinstance(value, list)
    return _literal_once(type(value).__name__, value) if is_fixed else sql.Literal(value).as_string()


# The same few keys stand in thousands of statements; the kind tells true from one.
@cache
def _literal_once(_kind: str, value: Any) -> str:
    return sql.Literal(value).as_string()


def hold(conditions: Sequence[str]) -> list[bool]:
    """Tell of each condition whether it is true for whoever asks; one that may not be asked is not."""
    return [outcome == "1" for outcome in _attempts([f"SELECT 1 WHERE {condition}" for condition in conditions])]


def literal(value: object) -> str:
    """Write a value as SQL."""
    return _literal(value)
