"""Whether what was prepared from the code is still what the code would prepare."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rundbord.operating.installation.stamps import Stamp, digest_of, put_stamp, stamp_in
from rundbord.operating.places import LOCKS, ROOT, SOURCE

SUFFIXES = {".py", ".sql", ".html", ".css", ".js", ".json", ".txt", ".svg", ".geojson"}


def is_prepared(folder: Path) -> bool:
    """Whether the folder was prepared today from the code as it is now; the demo's inbox is always today's."""
    return stamp_in(folder) == _wanted()


def mark_prepared(folder: Path) -> None:
    """Remember that the folder is prepared."""
    put_stamp(folder, _wanted())


def _wanted() -> Stamp:
    files = sorted(path for path in SOURCE.rglob("*") if path.suffix in SUFFIXES and path.is_file())
    return Stamp(
        digest=digest_of(date.today().isoformat(), files=[*files, LOCKS / "run.txt", ROOT / "deploy" / "roles.sql"]),
        complete=True,
    )
