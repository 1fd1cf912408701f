"""Statements of somebody who has got hold of the application's SQL, in the name of one user."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid4

from django.db import DatabaseError, connection

from tests.leaks import database
from tests.leaks.filling import table_of
from tests.leaks.oracles import ORACLES
from tests.leaks.world import TABLE, UNITS, USERS, World

# What differs by nature and is left out: what the planner makes of sizes (EXPLAIN, reltuples, pg_stat), the place
# of a row in its file (ctid, xmin), an insert or a foreign key that names the random key of a hidden row, and whether
# a table holds nothing of anybody: a broken context is an error as soon as there is a row to judge.
_ASKED_ANYWHERE = (
    f"SELECT ctx.reaches_persons(), ctx.partnership(), ctx.fellow_authorities() = ctx.fellow_authorities(), '{TABLE}'",
    "SELECT count(*) FROM pg_stats WHERE schemaname = 'public'",
    "SELECT set_config('app.ctx', '1|2|3|4|5|6|7|8|9', true)",
    "SELECT set_config('app.ctx', '', true), (SELECT count(*) FROM concerns_youngperson)",
    "SELECT ctx.claims()",
    "SELECT * FROM ctx.key",
    "SELECT count(*) FROM audit.event",
    "SELECT authority_id, count(*) FROM keys_datakey GROUP BY 1",
    "SELECT 1 FROM concerns_youngperson WHERE 1 / (birth_year - birth_year) = 1",
    "SELECT count(*) FROM concerns_youngperson a JOIN concerns_youngperson b ON a.cpr_index = b.cpr_index",
)


def corpus(world: World) -> Iterator[str]:
    """Give every statement; keys of the world's rows stand in them, as if somebody had guessed them."""
    yield from _ASKED_ANYWHERE
    for unit in UNITS:
        yield f"SELECT ctx.readers_of_unit('{unit}', ARRAY['leader', 'case_worker'])"
    for label in ORACLES:
        for row in world.of(label)[:3]:
            yield from _about(label, row.id)
        yield from _of_table(table_of(label))
    for file in world.of("concerns.YoungPerson"):
        user, unit = next(iter(USERS.items()))
        yield f"SELECT ctx.hand_over_file('{file.id}', '{unit}', '{user}', 'x')"
        yield f"SELECT ctx.keep_apart('{file.id}')"


def _of_table(table: str) -> Iterator[str]:
    yield f'SELECT count(*) FROM "{table}"'
    yield f'SELECT * FROM "{table}" ORDER BY id'
    yield f'SELECT id FROM "{table}" ORDER BY id FOR UPDATE'
    yield f'SELECT count(*), min(authority_id::text) FROM "{table}" WHERE length(id::text) > 1'
    yield f'DELETE FROM "{table}"'
    yield f'TRUNCATE "{table}"'
    yield f'LOCK TABLE "{table}" IN ACCESS EXCLUSIVE MODE'
    yield f'UPDATE "{table}" SET authority_id = authority_id'
    yield f"INSERT INTO \"{table}\" (id) VALUES ('{uuid4()}') ON CONFLICT DO NOTHING"


def _about(label: str, key: UUID) -> Iterator[str]:
    table = table_of(label)
    yield f"SELECT * FROM \"{table}\" WHERE id = '{key}'"
    yield f"DELETE FROM \"{table}\" WHERE id = '{key}'"
    for column in sorted(ORACLES[label].changes)[:2]:
        yield f'UPDATE "{table}" SET "{column}" = "{column}" WHERE id = \'{key}\''


def answer(statement: str) -> object:
    """Give all that the asker learns: the rows, how many there were, or the words of the error."""
    try:
        with database.undone(), connection.cursor() as cursor:
            cursor.execute(statement)
            told: object = (cursor.rowcount, cursor.fetchall() if cursor.description else None)
    except DatabaseError as error:
        return str(error)
    return told
