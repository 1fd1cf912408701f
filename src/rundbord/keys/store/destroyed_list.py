"""The list of what was destroyed, beside the store's backups: it outlives a fire that takes database and store at once.

It holds random numbers alone, so that it may be kept as long as any backup of the database is. After both have been
restored from before a destruction, it is what repeats it (security §4.2; Datatilsynet wants deletions repeated).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from rundbord.keys.core.trouble import StoreUnusable
from rundbord.keys.core.wrapping import KeyName
from rundbord.keys.store.folder import make_folder, read_private, write_whole

LIST = "destroyed-keys.list"


def remember(folder: Path, names: Iterable[KeyName]) -> int:
    """Add these to the list in a folder of backups, and say how many stand there; nothing is ever taken off."""
    known = {_line(name) for name in remembered(folder)}
    lines = sorted(known | {_line(name) for name in names})
    make_folder(folder)
    write_whole(folder / LIST, "".join(f"{line}\n" for line in lines).encode())
    return len(lines)


def remembered(folder: Path) -> list[KeyName]:
    """Read the list; empty where there is none, StoreUnusable where it is damaged."""
    try:
        written = read_private(folder / LIST).decode("ascii")
        return [KeyName(owner=UUID(owner), key_id=UUID(key)) for owner, key in map(str.split, written.splitlines())]
    except FileNotFoundError:
        return []
    except ValueError:
        raise StoreUnusable(f"{folder / LIST} is damaged") from None


def _line(name: KeyName) -> str:
    return f"{name.owner} {name.key_id}"
