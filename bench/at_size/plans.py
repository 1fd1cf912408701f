"""How the database reads: scans of whole big tables, and row policies against the same predicate written out."""

from __future__ import annotations

import re
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

from bench.at_size.captured import Captured, Statement
from bench.at_size.replaying import LOGINS, Connection, fresh
from bench.at_size.world import World

BIG = 10_000
_ROUNDS = 41
_TABLE = re.compile(r'\b(FROM|JOIN) "(\w+)"(?: (U\d+|T\d+|V\d+)\b)?')


def scans_of_big_tables(world: World, captured: Captured) -> list[str]:
    """Name each big table that a statement of the request would read from end to end."""
    with world.as_superuser() as connection:
        big = {name for (name,) in connection.execute("SELECT relname FROM pg_class WHERE reltuples > %s", [BIG])}
    found: set[str] = set()
    with _acting(world, captured, "rundbord_app") as connection:
        for each in _selects(captured, world):
            row = connection.execute(f"EXPLAIN (FORMAT JSON) {each.sql}", each.params).fetchone()
            found |= big & set(_scanned(row[0][0]["Plan"])) if row else set()
    return sorted(found)


def policies_against_written_out(world: World, captured: Captured) -> float | None:
    """Give the median of pairwise ratios: the request's reading under row policies to the same statements by a login
    without policies, with their predicates written into the text; None where no statement can be compared."""
    predicates = _predicates(world)
    reading = [each for each in _selects(captured, world) if _can_be_written_out(each.sql, predicates)]
    if not reading:
        return None
    written = [(_written_out(each.sql, predicates), each.params) for each in reading]
    told = [(each.sql, each.params) for each in reading]
    with _acting(world, captured, "rundbord_app") as ours, _acting(world, captured, "rundbord_deploy") as theirs:
        pairs = [(_seconds(ours, told), _seconds(theirs, written)) for _ in range(_ROUNDS)][1:]
    return statistics.median(own / other for own, other in pairs)


def _selects(captured: Captured, world: World) -> list[Statement]:
    statements = [each for each in fresh(captured, world) if LOGINS[each.login] == "rundbord_app"]
    return [each for each in statements if each.sql.startswith("SELECT") and "FOR UPDATE" not in each.sql]


@contextmanager
def _acting(world: World, captured: Captured, login: str) -> Iterator[Connection]:
    """Open one transaction in the name of the request's actor, by another login."""
    context = next(each for each in fresh(captured, world) if "set_config('app.ctx'" in each.sql and any(each.params))
    with psycopg.connect(world.url_of(login)) as connection:
        connection.prepare_threshold = None
        if login == "rundbord_deploy":
            connection.execute("SET ROLE rundbord_owner")
        connection.execute(context.sql, context.params)
        yield connection
        connection.rollback()


def _seconds(connection: Connection, statements: list[tuple[str, Any]]) -> float:
    began = time.perf_counter()
    for sql, params in statements:
        connection.execute(sql, params).fetchall()
    return time.perf_counter() - began


def _predicates(world: World) -> dict[str, str]:
    with world.as_superuser() as connection:
        rows = connection.execute(
            "SELECT tablename, string_agg('(' || qual || ')', ' OR ') FROM pg_policies"
            " WHERE schemaname = 'public' AND cmd = 'SELECT' AND 'rundbord_app' = ANY (roles) GROUP BY tablename"
        ).fetchall()
    return {str(table): str(predicate) for table, predicate in rows}


def _tables(sql: str) -> list[str]:
    return [found[2] for found in _TABLE.finditer(sql)]


def _can_be_written_out(sql: str, predicates: dict[str, str]) -> bool:
    """Leave out groups by a key, which name columns that a table in parentheses no longer derives from the key."""
    return bool(set(_tables(sql)) & set(predicates)) and "GROUP BY" not in sql


def _written_out(sql: str, predicates: dict[str, str]) -> str:
    def with_predicate(found: re.Match[str]) -> str:
        word, table, alias = found[1], found[2], found[3] or f'"{found[2]}"'
        if table not in predicates:
            return found[0]
        return f'{word} (SELECT * FROM "{table}" WHERE {predicates[table]}) {alias}'

    return _TABLE.sub(with_predicate, sql)


def _scanned(plan: dict[str, Any]) -> Iterator[str]:
    if plan["Node Type"] == "Seq Scan":
        yield plan["Relation Name"]
    for below in plan.get("Plans", []):
        yield from _scanned(below)
