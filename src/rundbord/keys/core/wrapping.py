"""Data keys wrapped for the database: only the authority's key *and* the person's counterpart together unwrap one.

The counterpart is 32 random bytes that stand in the key store alone, one for each data key. Without it a wrapped key is
noise, whoever holds the authority's key; destroying it is what erases a person from every copy of the database.

Format, version 1, in bytes: version (1, always 0x01), version of the authority's key (4), nonce (12), ciphertext (32),
tag (16). The key that encrypts is HKDF-SHA-256 (RFC 5869) of the authority's key, salted with the counterpart.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from rundbord.keys.core.sealing import KEY_BYTES
from rundbord.keys.core.trouble import CannotOpen

WRAPPED_BYTES = 65
_VERSION = b"\x01"
_NONCE_BYTES = 12
_HEADER = 5


@dataclass(frozen=True, kw_only=True)
class KeyName:
    """Which data key: its owner, the authority, and its random id."""

    owner: UUID
    key_id: UUID

    def as_bytes(self) -> bytes:
        """Write both in a fixed length."""
        return self.owner.bytes + self.key_id.bytes


@dataclass(frozen=True, kw_only=True, repr=False)
class Lock:
    """What wraps one data key: the authority's key of a version, and the counterpart."""

    version: int
    authority_key: bytes
    counterpart: bytes

    def wrap(self, name: KeyName, data_key: bytes) -> bytes:
        """Encrypt the 32 bytes of a data key."""
        header, nonce = _VERSION + self.version.to_bytes(4, "big"), secrets.token_bytes(_NONCE_BYTES)
        return header + nonce + self._cipher(name).encrypt(nonce, data_key, header + name.as_bytes())

    def unwrap(self, name: KeyName, wrapped: bytes) -> bytes:
        """Decrypt a data key; raise CannotOpen where it was wrapped for another name, by another lock, or changed."""
        header, nonce = wrapped[:_HEADER], wrapped[_HEADER : _HEADER + _NONCE_BYTES]
        try:
            return self._cipher(name).decrypt(nonce, wrapped[_HEADER + _NONCE_BYTES :], header + name.as_bytes())
        except InvalidTag:
            raise CannotOpen("the data key was changed, or wrapped by another key") from None

    def _cipher(self, name: KeyName) -> AESGCM:
        derive = HKDF(
            algorithm=SHA256(), length=KEY_BYTES, salt=self.counterpart, info=b"rundbord.wrapping" + name.as_bytes()
        )
        return AESGCM(derive.derive(self.authority_key))


def version_of(wrapped: bytes) -> int:
    """Tell by which version of the authority's key it was wrapped; raise CannotOpen where it has no form."""
    if len(wrapped) != WRAPPED_BYTES or wrapped[:1] != _VERSION:
        raise CannotOpen("not a wrapped key of version 1")
    return int.from_bytes(wrapped[1:_HEADER], "big")
