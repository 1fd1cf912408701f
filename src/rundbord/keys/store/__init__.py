"""The key store: where authorities' keys and persons' counterparts lie, apart from the database.

`KeyStore` is the seam. `files.FileKeyStore` is the one that is built: a folder, for small installations, tests and the
demonstration. One behind a KMS or HSM fulfils the same protocol; nothing else in Rundbord knows how keys are kept.
"""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from rundbord.keys.core.blind_index import IndexKey, IndexPurpose
from rundbord.keys.core.wrapping import KeyName


class KeyStore(Protocol):
    """What a key store does. An owner is an authority; all methods raise StoreUnusable where it cannot be used."""

    def found(self, owner: UUID) -> None:
        """Make an owner's first key and its index keys; do nothing where it has them."""

    def owners(self) -> list[UUID]:
        """Give all that have keys here."""

    def version(self, owner: UUID) -> int:
        """Give the newest version of an owner's key; raise KeyUnknown where it has none."""

    def wrap_new(self, name: KeyName, data_key: bytes) -> bytes:
        """Wrap a new data key by the newest version, make its counterpart; raise KeyDestroyed for a used-up name."""

    def unwrap(self, name: KeyName, wrapped: bytes) -> bytes:
        """Give the data key; raise CannotOpen, KeyDestroyed or KeyUnknown."""

    def rewrap(self, name: KeyName, wrapped: bytes) -> bytes:
        """Wrap what is wrapped by an older version by the newest one; the data key stays the same."""

    def rotate(self, owner: UUID) -> int:
        """Make the next version of an owner's key and give its number; older ones still unwrap."""

    def retire(self, owner: UUID) -> int:
        """Destroy all versions but the newest, and say how many; what they alone wrapped is lost."""

    def destroy(self, name: KeyName) -> None:
        """Destroy a data key's counterpart for good, and remember that; doing so again changes nothing."""

    def destroyed(self) -> list[KeyName]:
        """Name all that is remembered as destroyed."""

    def is_gone(self, name: KeyName) -> bool:
        """Tell whether a data key's counterpart is destroyed, and remembered as such."""

    def index_key(self, owner: UUID, purpose: IndexPurpose) -> IndexKey:
        """Give an owner's key for blind indexes of one purpose."""
