"""sqlmap at the pages that filter and search, signed in; shown to find a hole that was made for it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.attacked.findings import keep
from tests.attacked.planted import planted
from tests.attacked.served import cookies_of
from tests.attacked.tools import run, tool

# Pages that take words or choices in their address, and for whom.
PAGES = (
    ("Koordinator", "/haendelser/?art=1&status=open&sted=a&fra=2026-11-01&til=2026-11-30"),
    ("Koordinator", "/opgaver/?status=aabne&enhed=1"),
    ("Databeskyttelsesrådgiver", "/log/?haendelse=log_read&foer=2026-11-30T10:00:00"),
)
NOTHING = "all tested parameters do not appear to be injectable"

pytestmark = pytest.mark.usefixtures("thorough")


def _sqlmap(address: str, folder: Path, *more: str) -> str:
    done = run(
        [
            *(tool("sqlmap"), "-u", address, "--batch", "--level", "1", "--risk", "1", "--technique", "BEU"),
            *("--timeout", "30", "--disable-coloring", "--flush-session", "--output-dir", folder, *more),
        ]
    )
    return done.stdout


@pytest.mark.parametrize(("role", "page"), PAGES, ids=[page.split("?")[0] for _, page in PAGES])
def test_sqlmap_finds_no_way_into_the_database(role: str, page: str, address: str, tmp_path: Path) -> None:
    said = _sqlmap(address + page, tmp_path, "--cookie", cookies_of(address, role))

    assert "is vulnerable" not in said
    assert NOTHING in said, said[-1500:]
    tried = sorted(set(re.findall(r"GET parameter '(\w+)'", said)))
    keep(
        f"sqlmap-{page.split('?', maxsplit=1)[0].strip('/')}",
        version="sqlmap 1.10.10, level 1, risk 1, boolean, error and union",
        looked_at=f"{page.split('?', maxsplit=1)[0]} as {role}: {', '.join(tried)}",
        found=[],
        verdict="no parameter is injectable",
    )


def test_sqlmap_finds_a_hole_that_was_made_for_it(tmp_path: Path) -> None:
    database = sqlite3.connect(":memory:", check_same_thread=False)
    database.executescript("CREATE TABLE place (name TEXT); INSERT INTO place VALUES ('park'), ('station')")

    def leaky(environ: dict[str, object], start: Callable[..., object]) -> list[bytes]:
        word = parse_qs(urlsplit(f"?{environ['QUERY_STRING']}").query).get("sted", [""])[0]
        try:
            rows = database.execute(f"SELECT name FROM place WHERE name = '{word}'").fetchall()
        except sqlite3.Error as error:
            rows = [(str(error),)]
        start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [f"<p>{rows}</p>".encode()]

    with planted(leaky) as port:
        said = _sqlmap(f"http://127.0.0.1:{port}/?sted=park", tmp_path, "--dbms", "sqlite")
    database.close()

    assert NOTHING not in said
    assert "is vulnerable" in said or "identified the following injection point" in said
