"""The key store as a folder (mode 0700, files 0600), outside the database's own folder and its backups.

key-store               marks the folder as a store: an empty mount is not taken for one
<authority>/keys/1      the authority's key, by version
<authority>/indexes/…   its index keys, by purpose, each with the cost it was founded with
<authority>/counterparts/<data key>   32 random bytes for each data key
<authority>/destroyed/<data key>      empty: that a data key was destroyed, and since when
log/                    what signs the log's checkpoints (log_keys)
"""

from __future__ import annotations

import secrets
from pathlib import Path
from uuid import UUID

from rundbord.keys.core.blind_index import Cost, IndexKey, IndexPurpose
from rundbord.keys.core.sealing import KEY_BYTES
from rundbord.keys.core.trouble import KeyDestroyed, KeyUnknown, StoreUnusable
from rundbord.keys.core.wrapping import KeyName, Lock, version_of
from rundbord.keys.store.folder import (
    make_folder,
    read_private,
    refuse_unless_private,
    remove,
    write_once,
)
from rundbord.keys.store.log_keys import LOG

MARK = "key-store"
_MARKED = b"Rundbord key store, version 1\n"
_KEYS, _INDEXES, _COUNTERPARTS, _DESTROYED = "keys", "indexes", "counterparts", "destroyed"


def create_store(folder: Path) -> None:
    """Make an empty store; raise StoreUnusable where one stands, or where the folder holds anything else."""
    make_folder(folder)
    refuse_unless_private(folder)
    if any(folder.iterdir()):
        raise StoreUnusable(f"{folder} is not empty")
    write_once(folder / MARK, _MARKED)


class FileKeyStore:
    """A key store in a folder. `cost` is what index keys are founded with from now on; founded ones keep theirs."""

    def __init__(self, folder: Path, *, cost: Cost) -> None:
        """Open the store; raise StoreUnusable where it is missing, open to others, or none."""
        refuse_unless_private(folder)
        if not (folder / MARK).is_file():
            raise StoreUnusable(f"{folder} is no key store: it has never been made, or is not mounted")
        self._folder = folder
        self._cost = cost

    def found(self, owner: UUID) -> None:
        """Make an owner's first key and its index keys; do nothing where it has them."""
        for purpose in IndexPurpose:
            self._keep(owner, _INDEXES, purpose, written_index_key(_new_key(), self._cost))
        if not self._versions(owner):
            self._keep(owner, _KEYS, "1", _new_key())

    def owners(self) -> list[UUID]:
        """Give all that have keys here."""
        return [UUID(path.name) for path in sorted(self._folder.iterdir()) if path.is_dir() and path.name != LOG]

    def version(self, owner: UUID) -> int:
        """Give the newest version of an owner's key; raise KeyUnknown where it has none."""
        versions = self._versions(owner)
        if not versions:
            raise KeyUnknown("no keys have been founded for this authority")
        return versions[-1]

    def wrap_new(self, name: KeyName, data_key: bytes) -> bytes:
        """Wrap a new data key by the newest version, make its counterpart; raise KeyDestroyed for a used-up name."""
        self._refuse_destroyed(name)
        version = self.version(name.owner)
        self._keep(name.owner, _COUNTERPARTS, str(name.key_id), _new_key())
        return self._lock(name, version).wrap(name, data_key)

    def unwrap(self, name: KeyName, wrapped: bytes) -> bytes:
        """Give the data key; raise CannotOpen, KeyDestroyed or KeyUnknown."""
        self._refuse_destroyed(name)
        return self._lock(name, version_of(wrapped)).unwrap(name, wrapped)

    def rewrap(self, name: KeyName, wrapped: bytes) -> bytes:
        """Wrap what is wrapped by an older version by the newest one; the data key stays the same."""
        data_key = self.unwrap(name, wrapped)
        return self._lock(name, self.version(name.owner)).wrap(name, data_key)

    def rotate(self, owner: UUID) -> int:
        """Make the next version of an owner's key and give its number; older ones still unwrap."""
        following = self.version(owner) + 1
        self._keep(owner, _KEYS, str(following), _new_key())
        return following

    def retire(self, owner: UUID) -> int:
        """Destroy all versions but the newest, and say how many; what they alone wrapped is lost."""
        newest = self.version(owner)
        older = [version for version in self._versions(owner) if version < newest]
        for version in older:
            remove(self._file(owner, _KEYS, str(version)))
        return len(older)

    def destroy(self, name: KeyName) -> None:
        """Destroy a data key's counterpart for good, and remember that; doing so again changes nothing."""
        self.version(name.owner)
        # Remembered first: a power cut in between leaves a key that opens nothing, not one that nobody knows is to go.
        self._keep(name.owner, _DESTROYED, str(name.key_id), b"")
        remove(self._file(name.owner, _COUNTERPARTS, str(name.key_id)))

    def destroyed(self) -> list[KeyName]:
        """Name all that is remembered as destroyed."""
        return [
            KeyName(owner=owner, key_id=UUID(file.name))
            for owner in self.owners()
            for file in sorted(self._file(owner, _DESTROYED, ".").glob("[0-9a-f]*-*"))
        ]

    def is_gone(self, name: KeyName) -> bool:
        """Tell whether a data key's counterpart is destroyed, and remembered as such."""
        is_remembered = self._file(name.owner, _DESTROYED, str(name.key_id)).exists()
        return is_remembered and not self._file(name.owner, _COUNTERPARTS, str(name.key_id)).exists()

    def index_key(self, owner: UUID, purpose: IndexPurpose) -> IndexKey:
        """Give an owner's key for blind indexes of one purpose."""
        return read_index_key(self._read(owner, _INDEXES, purpose))

    def _lock(self, name: KeyName, version: int) -> Lock:
        return Lock(
            version=version,
            authority_key=self._read_key(name.owner, _KEYS, str(version)),
            counterpart=self._read_key(name.owner, _COUNTERPARTS, str(name.key_id)),
        )

    def _refuse_destroyed(self, name: KeyName) -> None:
        if self._file(name.owner, _DESTROYED, str(name.key_id)).exists():
            raise KeyDestroyed("the data key was destroyed")

    def _versions(self, owner: UUID) -> list[int]:
        return sorted(int(path.name) for path in self._file(owner, _KEYS, ".").glob("[0-9]*"))

    def _keep(self, owner: UUID, kind: str, name: str, content: bytes) -> None:
        """Write what is not there yet; of two who do so at once, the first one's stays."""
        file = self._file(owner, kind, name)
        make_folder(file.parent)
        write_once(file, content)

    def _read_key(self, owner: UUID, kind: str, name: str) -> bytes:
        key = self._read(owner, kind, name)
        if len(key) != KEY_BYTES:
            raise StoreUnusable("a key in the store is damaged")
        return key

    def _read(self, owner: UUID, kind: str, name: str) -> bytes:
        try:
            return read_private(self._file(owner, kind, name))
        except FileNotFoundError:
            raise KeyUnknown("no such key in the store") from None

    def _file(self, owner: UUID, kind: str, name: str) -> Path:
        return self._folder / str(owner) / kind / name


def _new_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def written_index_key(key: bytes, cost: Cost) -> bytes:
    """Write an index key with the cost that it is founded with, as one line."""
    return f"{cost.memory_kib} {cost.passes} {key.hex()}\n".encode()


def read_index_key(line: bytes) -> IndexKey:
    """Read such a line; raise StoreUnusable where it is damaged."""
    try:
        memory_kib, passes, secret = line.decode("ascii").split()
        return IndexKey(secret=bytes.fromhex(secret), cost=Cost(memory_kib=int(memory_kib), passes=int(passes)))
    except ValueError:
        raise StoreUnusable("an index key in the store is damaged") from None
