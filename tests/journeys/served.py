"""The demonstration as it is served: loaded once for all workers, and kept for the next run of the same code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from rundbord.operating.freshness import SUFFIXES
from rundbord.operating.installation.stamps import Stamp, digest_of, put_stamp, stamp_in
from rundbord.operating.places import LOCKS, ROOT, SOURCE
from tests.database import Template, one_at_a_time, prepared_database

_URLS = ("DATABASE_URL", "DATABASE_URL_AUTH", "DATABASE_URL_PLACE", "DATABASE_URL_JOB")
_COLLECTING = 815_002


@contextmanager
def demonstration(name: str) -> Iterator[str]:
    """A database of this name with the demonstration in it, and its static files in their place."""
    # This morning's inbox is told in hours before now: one that is older than an hour is another morning's.
    version = _digest(f"{datetime.now(UTC):%Y-%m-%d %H}")
    with ThreadPoolExecutor(max_workers=1) as beside:
        collecting = beside.submit(_collect)
        with prepared_database(name, filled=Template(kind="rundbord_demo", version=version[:16], make=_load)):
            collecting.result()
            yield name


def environment_of_server(database: str, port: int) -> dict[str, str]:
    """As `./rundbord demo` is started, on this database."""
    return {
        **os.environ,
        **{url: in_database(os.environ[url], database) for url in _URLS},
        "RUNDBORD_MODE": "demo",
        "RUNDBORD_ORIGIN": f"http://127.0.0.1:{port}",
    }


def in_database(url: str, database: str) -> str:
    """The same login to another database."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{database}"))


def _load(database: str) -> None:
    owner = {"DATABASE_URL_OWNER": in_database(os.environ["DATABASE_URL_DEPLOY"], database)}
    _manage("load_demo", environment={**environment_of_server(database, 1), **owner})


def _collect() -> None:
    folder = Path(os.environ["RUNDBORD_STATIC"])
    wanted = Stamp(digest=_digest("static"), complete=True)
    with one_at_a_time(_COLLECTING):
        if stamp_in(folder) == wanted:
            return
        shutil.rmtree(folder, ignore_errors=True)
        _manage("collectstatic", "--no-input", environment={**os.environ, "RUNDBORD_MODE": "demo"})
        put_stamp(folder, wanted)


def _digest(word: str) -> str:
    """Tell this version of the code and of what it stands on from every other."""
    files = sorted(path for path in SOURCE.rglob("*") if path.suffix in SUFFIXES and path.is_file())
    return digest_of(word, files=[*files, LOCKS / "run.txt", ROOT / "package-lock.json", ROOT / "deploy" / "roles.sql"])


def _manage(*words: str, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "manage.py", *words], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-4000:]
