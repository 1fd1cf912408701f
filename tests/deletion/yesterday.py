"""Yesterday's backup: every row about citizens copied into a schema of its own, and the key store's sealed backup."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection

from tests.citizens import citizens_tables
from tests.database import as_superuser

TABLES = (*citizens_tables(), "keys_datakey")
# The log is kept apart from what is deleted; its words are tested by themselves.
_EVERY = "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', 'audit') ORDER BY 1, 2"


def copy_every_row() -> None:
    """Write tonight's backup of the database."""
    with as_superuser(), connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA yesterday")
        for table in TABLES:
            cursor.execute(f'CREATE TABLE yesterday."{table}" AS TABLE public."{table}"')


def put_back() -> None:
    """Restore that backup over the living database, as after a fire, with no constraint or policy in the way."""
    with as_superuser(), connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f'DELETE FROM public."{table}"')
            cursor.execute(f'INSERT INTO public."{table}" SELECT * FROM yesterday."{table}"')


def dumped(schema: str = "") -> Iterator[tuple[str, bytes]]:
    """Give every table as COPY writes it, bytes as they lie: what somebody who holds a dump can search in."""
    with as_superuser(), connection.cursor() as cursor:
        if schema:
            names = [(schema, table) for table in TABLES]
        else:
            cursor.execute(_EVERY)
            names = [(str(name), str(table)) for name, table in cursor.fetchall()]
        for name, table in names:
            written = bytearray()
            with cursor.copy(f'COPY "{name}"."{table}" TO STDOUT (FORMAT binary)') as copying:
                for part in copying:
                    written += bytes(part)
            yield f"{name}.{table}", bytes(written)


def found_in_dump(words: tuple[str, ...], schema: str = "") -> dict[str, list[str]]:
    """Name the words that stand in a table of a dump."""
    told = {table: [word for word in words if word.encode() in raw] for table, raw in dumped(schema)}
    return {table: found for table, found in told.items() if found}
