"""Two worlds that differ only in what somebody may not see answer every hostile statement of theirs alike."""

from __future__ import annotations

import pytest
from psycopg import Error

from tests.database import logged_in
from tests.leaks import database
from tests.leaks.hostile import answer, corpus
from tests.leaks.oracles import ORACLES, may
from tests.leaks.world import Who, World
from tests.leaks.worlds import rich_world

# A colleague of a file's unit, one of another unit of the same authority, another authority, and who has not proved it.
_ASKERS = (0, 2, 4, 8, -9, -8, -4)
_NEVER = (
    *(f"SET ROLE {role}" for role in ("rundbord_owner", "rundbord_policy", "rundbord_audit", "rundbord_dump")),
    "SET ROLE rundbord_job",
    "SET SESSION AUTHORIZATION rundbord_owner",
    "SELECT pg_read_file('/etc/hostname')",
    "SELECT lo_import('/etc/hostname')",
    "COPY concerns_youngperson TO PROGRAM 'true'",
    "COPY concerns_youngperson TO '/tmp/files'",
    "CREATE EXTENSION dblink",
    "CREATE TABLE public.mine (id integer)",
    "CREATE TEMPORARY TABLE mine (id integer)",
    "CREATE FUNCTION public.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
    "ALTER TABLE concerns_youngperson DISABLE ROW LEVEL SECURITY",
    "ALTER POLICY young_person_reached_by_name_select ON concerns_youngperson USING (true)",
    "GRANT rundbord_owner TO rundbord_app",
    "ALTER ROLE rundbord_app BYPASSRLS",
    "SET row_security = off; SELECT 1 FROM concerns_youngperson",
    "SELECT * FROM ctx.key",
    "SELECT * FROM audit.event",
)


@pytest.mark.parametrize("number", _ASKERS)
def test_two_world_hostile_statements_tell_nothing_of_hidden_rows(number: int) -> None:
    whole = rich_world()
    who = whole.askers[number]
    seen = _seen_part(whole, who)
    statements = list(corpus(whole))
    answers = []

    for world in (seen, whole):
        with database.undone():
            database.build(world)
            with database.asking(who):
                answers.append([answer(each) for each in statements])

    different = [each for each, one, other in zip(statements, *answers, strict=True) if one != other]
    assert different == [], "\n".join(different)
    assert sum(map(len, seen.rows.values())) < sum(map(len, whole.rows.values()))


def _seen_part(whole: World, who: Who) -> World:
    """The same world without the rows that are hidden; what is left is seen as before."""
    kept = {label: some for label, some in whole.rows.items() if label not in ORACLES}
    rows = {label: [row for row in whole.of(label) if may(who, "select", row, whole)] for label in ORACLES}
    part = World(seats=whole.seats, rows={**kept, **rows}, askers=[who])
    for some in rows.values():
        assert all(may(who, "select", row, part) for row in some)
    return part


@pytest.mark.parametrize("statement", _NEVER)
def test_the_application_cannot_even_say(statement: str) -> None:
    with logged_in("rundbord_app") as cursor, pytest.raises(Error):
        cursor.execute(statement.encode())
