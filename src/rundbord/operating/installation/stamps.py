"""Remembers what a folder was made from, so that a second start does nothing."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = ".rundbord-stamp.json"


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """What an installed folder was made from; `complete` when development packages are in it too."""

    digest: str
    complete: bool

    def covers(self, wanted: Stamp) -> bool:
        """Whether a folder with this stamp can serve where `wanted` is asked for."""
        return self.digest == wanted.digest and self.complete >= wanted.complete


def digest_of(*facts: object, files: list[Path]) -> str:
    """One value for the given facts and the content of the files."""
    digest = hashlib.sha256(repr(facts).encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def stamp_in(folder: Path) -> Stamp | None:
    """The stamp of a folder; None when it has none that can be read, as after an interrupted installation."""
    try:
        return Stamp(**json.loads((folder / NAME).read_text()))
    except (OSError, ValueError, TypeError):
        return None


def put_stamp(folder: Path, stamp: Stamp) -> None:
    """Mark the folder as made from what the stamp says."""
    (folder / NAME).write_text(json.dumps(asdict(stamp)))


def remove_stamp(folder: Path) -> None:
    """Mark the folder as unfinished while it is being changed."""
    (folder / NAME).unlink(missing_ok=True)
