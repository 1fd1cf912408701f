"""The store's own backups: whole, sealed by a key that is kept elsewhere, and gone after a fortnight.

They must be short-lived: a person whose key was destroyed can be read again by whoever holds a backup of the store from
before, one of the database, and the key that seals the backup (security §4.2).
"""

from __future__ import annotations

import json
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from rundbord.keys.core.trouble import CannotOpen, StoreUnusable
from rundbord.keys.store.files import MARK
from rundbord.keys.store.folder import make_folder, read_private, refuse_unless_private, write_once, write_whole
from rundbord.keys.store.rounds import ROUNDS

KEPT = timedelta(days=14)
SHORTEST_KEY = 32
_NAME = "key-store-%Y%m%dT%H%M%SZ.sealed"
_PURPOSE = b"rundbord.keys.backup.1"
_NONCE_BYTES = 12


def back_up(folder: Path, into: Path, *, key: str, now: datetime) -> Path:
    """Write one backup of the store and remove those that are older than a fortnight; give the new one."""
    _refuse_inside(folder, into)
    make_folder(into)
    refuse_unless_private(into)
    backup = into / now.astimezone(UTC).strftime(_NAME)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    sealed = _cipher(key).encrypt(nonce, json.dumps(_content_of(folder)).encode(), _PURPOSE)
    write_whole(backup, nonce + sealed)
    for old in expired(into, now=now):
        old.unlink()
    return backup


def expired(into: Path, *, now: datetime) -> list[Path]:
    """Give the backups that have had their fortnight; a file of another name is none."""
    return [file for file in sorted(into.glob("key-store-*.sealed")) if _made_at(file) < now - KEPT]


def restore(backup: Path, folder: Path, *, key: str) -> None:
    """Write a backup into a missing or empty folder; raise CannotOpen for another key or a changed file."""
    make_folder(folder)
    refuse_unless_private(folder)
    if any(folder.iterdir()):
        raise StoreUnusable(f"{folder} is not empty")
    content = _opened(read_private(backup), key)
    mark = content.pop(MARK)
    for name, written in content.items():
        make_folder((folder / name).parent)
        write_once(folder / name, bytes.fromhex(written))
    # Last: a store that was restored in part is none.
    write_once(folder / MARK, bytes.fromhex(mark))


def _opened(sealed: bytes, key: str) -> dict[str, str]:
    try:
        written = _cipher(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _PURPOSE)
    except (InvalidTag, ValueError):
        raise CannotOpen("the backup was changed, or sealed by another key") from None
    content: dict[str, str] = json.loads(written)
    return content


def _content_of(folder: Path) -> dict[str, str]:
    refuse_unless_private(folder)
    names = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    # The key of a round that is restored would open what was destroyed when the round closed.
    kept = [name for name in names if not name.name.startswith(".") and ROUNDS not in name.parts]
    found = {str(name): _still_there(folder / name) for name in kept}
    return {name: written.hex() for name, written in found.items() if written is not None}


def _still_there(file: Path) -> bytes | None:
    """A counterpart may be destroyed while the backup is written."""
    try:
        return read_private(file)
    except FileNotFoundError:
        return None


def _refuse_inside(folder: Path, into: Path) -> None:
    if into.resolve().is_relative_to(folder.resolve()):
        raise StoreUnusable(f"{into} lies inside the key store")


def _made_at(file: Path) -> datetime:
    try:
        return datetime.strptime(file.name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)


def _cipher(key: str) -> AESGCM:
    if len(key) < SHORTEST_KEY:
        raise StoreUnusable(f"RUNDBORD_KEY_BACKUP_KEY has {len(key)} characters; at least {SHORTEST_KEY} are needed")
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE).derive(key.encode()))
