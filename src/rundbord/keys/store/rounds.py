"""Keys of rounds of *who else?*: one for each round, gone when it closes, and in no backup.

<authority>/rounds/<round>   32 random bytes with the cost they were made with, as index keys are written

The authority is the one that opened the round. A store behind a KMS fulfils `RoundKeyStore` too.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Protocol
from uuid import UUID

from rundbord.keys.core.blind_index import Cost, IndexKey
from rundbord.keys.core.sealing import KEY_BYTES
from rundbord.keys.core.trouble import KeyUnknown
from rundbord.keys.store.files import read_index_key, written_index_key
from rundbord.keys.store.folder import make_folder, read_private, refuse_unless_private, remove, write_once

ROUNDS = "rounds"


class RoundKeyStore(Protocol):
    """What keeps keys of rounds; an owner is the authority that opened the round."""

    def make(self, owner: UUID, round_id: UUID) -> None:
        """Make the key of a round; do nothing where it has one."""

    def key(self, owner: UUID, round_id: UUID) -> IndexKey:
        """Give it; raise KeyUnknown where there is none, or none any more."""

    def destroy(self, owner: UUID, round_id: UUID) -> None:
        """Destroy it for good; doing so again changes nothing."""


class FileRoundKeys:
    """Keys of rounds in the folder of the key store."""

    def __init__(self, folder: Path, *, cost: Cost) -> None:
        """Open the folder; raise StoreUnusable where it is missing or open to others."""
        refuse_unless_private(folder)
        self._folder = folder
        self._cost = cost

    def make(self, owner: UUID, round_id: UUID) -> None:
        """Make the key of a round; do nothing where it has one."""
        file = self._file(owner, round_id)
        make_folder(file.parent)
        write_once(file, written_index_key(secrets.token_bytes(KEY_BYTES), self._cost))

    def key(self, owner: UUID, round_id: UUID) -> IndexKey:
        """Give it; raise KeyUnknown where there is none, or none any more."""
        try:
            return read_index_key(read_private(self._file(owner, round_id)))
        except FileNotFoundError:
            raise KeyUnknown("no such round, or it has closed") from None

    def destroy(self, owner: UUID, round_id: UUID) -> None:
        """Destroy it for good; doing so again changes nothing."""
        remove(self._file(owner, round_id))

    def _file(self, owner: UUID, round_id: UUID) -> Path:
        return self._folder / str(owner) / ROUNDS / str(round_id)
