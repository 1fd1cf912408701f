"""Rows of the demonstration copied column by column to other days, so that a new column needs nothing in a bench."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import psycopg

Connection = psycopg.Connection[tuple[Any, ...]]


def copy_rows(
    connection: Connection,
    table: str,
    old: str,
    changed: Mapping[str, str],
    *,
    copies: str = "copied",
    key: str = "id",
) -> None:
    """Copy the rows whose `key` is the column `old` of `copies`, each moment and date `days` earlier."""
    columns = connection.execute(
        "SELECT column_name, data_type FROM information_schema.columns"
        " WHERE table_schema = 'public' AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    ).fetchall()
    told = {name: changed.get(name) or _shifted(name, kind) for name, kind in columns}
    connection.execute(
        f"INSERT INTO {table} ({', '.join(told)}) SELECT {', '.join(told.values())}"
        f" FROM {table} t JOIN {copies} c ON t.{key} = c.{old} ON CONFLICT DO NOTHING"
    )


def _shifted(name: str, kind: str) -> str:
    if name == "id":
        return "gen_random_uuid()"
    if kind == "timestamp with time zone":
        return f"t.{name} - make_interval(days => c.days)"
    return f"t.{name} - c.days" if kind == "date" else f"t.{name}"
