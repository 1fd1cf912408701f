"""Texts sealed with AES-256-GCM, bound to the one place where they may stand.

Format, version 1, in bytes: version (1, always 0x01), key id (16), nonce (12, random), ciphertext, tag (16).
What is encrypted is the text in UTF-8, one byte 0x80, and zeros up to a multiple of 64: a short name does not tell its
length. Version and key id are authenticated together with the place. NIST SP 800-38D allows 2^32 random nonces a key;
a key seals what concerns one person. A file is sealed likewise as version 2, up to MOST_FILE_BYTES and to a multiple of
4096, so that neither passes for the other.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rundbord.keys.core.trouble import CannotOpen, CannotSeal

KEY_BYTES = 32
# The longest text, in bytes of UTF-8: some thirty pages, far beyond any note.
MOST_BYTES = 64 * 1024
# The largest file: it is sealed and opened in memory, whole, and never lies anywhere in plain.
MOST_FILE_BYTES = 16 * 1024 * 1024
_VERSION, _FILE = b"\x01", b"\x02"
_ID_BYTES, _NONCE_BYTES, _TAG_BYTES = 16, 12, 16
_HEADER = len(_VERSION) + _ID_BYTES
_AROUND = _HEADER + _NONCE_BYTES + _TAG_BYTES
_BLOCK, _FILE_BLOCK = 64, 4096
_END = b"\x80"
_MOST_SEALED = _AROUND + MOST_BYTES + _BLOCK


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a sealed text stands: moved to another row, column, table or authority, it does not open."""

    table: str
    column: str
    row: UUID
    authority: UUID

    def as_bytes(self) -> bytes:
        """Write the place so that no two places are written alike: names carry their length before them."""
        names = (name.encode() for name in (self.table, self.column))
        told = b"".join(len(name).to_bytes(2, "big") + name for name in names)
        return b"rundbord.sealed" + told + self.row.bytes + self.authority.bytes


class OpenKey:
    """A person's data key, unwrapped for as long as a request lasts; it never shows its bytes."""

    __slots__ = ("_cipher", "key_id")

    def __init__(self, key_id: UUID, secret: bytes) -> None:
        """Take the 32 bytes of the key and the id under which its wrapped form is kept."""
        self.key_id = key_id
        self._cipher = AESGCM(secret)

    def __repr__(self) -> str:
        """Say only which key it is."""
        return f"<OpenKey {self.key_id}>"

    def seal(self, text: str, *, at: Place) -> bytes:
        """Encrypt a text for one place; raise CannotSeal where it is longer than MOST_BYTES or cannot be encoded."""
        return self._encrypted(_VERSION, _padded(text), at)

    def open(self, sealed: bytes, *, at: Place) -> str:
        """Decrypt what was sealed for this place by this key; raise CannotOpen where anything differs."""
        if not _has_the_form(sealed) or key_id_of(sealed) != self.key_id:
            raise CannotOpen("not sealed by this key")
        return self._decrypted(sealed, at).decode()

    def seal_file(self, content: bytes, *, at: Place) -> bytes:
        """Encrypt a file for one place; raise CannotSeal where it is larger than MOST_FILE_BYTES."""
        if len(content) > MOST_FILE_BYTES:
            raise CannotSeal("too large")
        return self._encrypted(_FILE, _ended(content, _FILE_BLOCK), at)

    def open_file(self, sealed: bytes, *, at: Place) -> bytes:
        """Decrypt a file; raise CannotOpen where anything differs, or where it is a text."""
        is_whole = len(sealed) > _AROUND and sealed[:1] == _FILE
        if not is_whole or sealed[len(_FILE) : _HEADER] != self.key_id.bytes:
            raise CannotOpen("not a file sealed by this key")
        return self._decrypted(sealed, at)

    def _encrypted(self, version: bytes, padded: bytes, at: Place) -> bytes:
        header, nonce = version + self.key_id.bytes, secrets.token_bytes(_NONCE_BYTES)
        return header + nonce + self._cipher.encrypt(nonce, padded, header + at.as_bytes())

    def _decrypted(self, sealed: bytes, at: Place) -> bytes:
        header, nonce = sealed[:_HEADER], sealed[_HEADER : _HEADER + _NONCE_BYTES]
        try:
            padded = self._cipher.decrypt(nonce, sealed[_HEADER + _NONCE_BYTES :], header + at.as_bytes())
        except InvalidTag:
            raise CannotOpen("changed, moved, or sealed by another key") from None
        return padded.rstrip(b"\0").removesuffix(_END)


def key_id_of(sealed: bytes) -> UUID:
    """Tell which key sealed it, so that keys of a list are fetched at once; raise CannotOpen where it has no form."""
    if not _has_the_form(sealed):
        raise CannotOpen("not a sealed text of version 1")
    return UUID(bytes=bytes(sealed[len(_VERSION) : _HEADER]))


def _has_the_form(sealed: bytes) -> bool:
    around = len(sealed) - _AROUND
    return sealed[:1] == _VERSION and around >= _BLOCK and around % _BLOCK == 0 and len(sealed) <= _MOST_SEALED


def _padded(text: str) -> bytes:
    encoded = _encoded(text)
    # Raised out here: the error of an encoding carries the text that it failed on.
    if encoded is None or len(encoded) > MOST_BYTES:
        raise CannotSeal("too long, or not encodable")
    return _ended(encoded, _BLOCK)


def _ended(content: bytes, block: int) -> bytes:
    """Add where it ends, and zeros to a full block."""
    ended = content + _END
    return ended.ljust(-(-len(ended) // block) * block, b"\0")


def _encoded(text: str) -> bytes | None:
    try:
        return text.encode()
    except UnicodeEncodeError:
        return None
