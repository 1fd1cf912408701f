"""Public keys as one line each, and what a signature line is worth under them."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey

from rundbord.audit.notes.checkpoints import Checkpoint, Malformed, Note, decoded

ID_BYTES, _TIME_BYTES = 4, 8
_WRITTEN = re.compile(r"([^\s+]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})")
_LAST_MOMENT = 1 << 63


class Kind(IntEnum):
    """Which signature a key makes; the number is the type byte of C2SP."""

    PLAIN_ED25519 = 0x01
    TIMED_ED25519 = 0x04
    TIMED_ML_DSA_44 = 0x06


_KEY_BYTES = {Kind.PLAIN_ED25519: 32, Kind.TIMED_ED25519: 32, Kind.TIMED_ML_DSA_44: 1312}


@dataclass(frozen=True)
class VerifierKey:
    """A public key with its name; as text it is what C2SP calls a vkey."""

    name: str
    kind: Kind
    public: bytes

    @property
    def id(self) -> bytes:
        """The four bytes by which a line tells whose it is."""
        return sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:ID_BYTES]

    def __str__(self) -> str:
        """Write the key as one line."""
        return f"{self.name}+{self.id.hex()}+{b64encode(bytes([self.kind]) + self.public).decode()}"

    @classmethod
    def parse(cls, text: str) -> VerifierKey:
        """Read such a line; raise Malformed where anything does not fit together."""
        match = _WRITTEN.fullmatch(text)
        content = decoded(match[3]) if match else b""
        if match is None or not content or content[0] not in set(Kind):
            raise Malformed
        key = cls(match[1], Kind(content[0]), content[1:])
        if len(key.public) != _KEY_BYTES[key.kind] or key.id.hex() != match[2]:
            raise Malformed
        return key


@dataclass(frozen=True)
class Signature:
    """A signature that holds: whose, and when it says that it was made; None where it says nothing."""

    key: VerifierKey
    at: int | None


def valid_signatures(note: Note, keys: Iterable[VerifierKey]) -> list[Signature] | None:
    """Give the signatures by these keys, ignoring other keys' lines; None where one claims to be theirs and is not."""
    known = {(key.name, key.id): key for key in keys}
    found: list[Signature] = []
    for name, signed in note.lines:
        key = known.get((name, signed[:ID_BYTES]))
        if key is None:
            continue
        signature = _checked(key, signed[ID_BYTES:], note.checkpoint)
        if signature is None:
            return None
        found.append(signature)
    return found


def timed_message(kind: Kind, name: str, checkpoint: Checkpoint, at: int) -> bytes:
    """Give the bytes that a signature with a time is made over (tlog-cosignature)."""
    if kind is Kind.TIMED_ED25519:
        return f"cosignature/v1\ntime {at}\n{checkpoint.text}".encode()
    return b"".join(
        [
            b"subtree/v1\n\0",
            _counted(name.encode()),
            at.to_bytes(8, "big"),
            _counted(checkpoint.origin.encode()),
            bytes(8),
            checkpoint.size.to_bytes(8, "big"),
            checkpoint.root,
        ]
    )


def _counted(content: bytes) -> bytes:
    return bytes([len(content)]) + content


def _checked(key: VerifierKey, signed: bytes, checkpoint: Checkpoint) -> Signature | None:
    try:
        if key.kind is Kind.PLAIN_ED25519:
            Ed25519PublicKey.from_public_bytes(key.public).verify(signed, checkpoint.text.encode())
            return Signature(key, None)
        at = int.from_bytes(signed[:_TIME_BYTES], "big")
        message = timed_message(key.kind, key.name, checkpoint, at)
        if at >= _LAST_MOMENT:
            return None
        if key.kind is Kind.TIMED_ED25519:
            Ed25519PublicKey.from_public_bytes(key.public).verify(signed[_TIME_BYTES:], message)
        else:
            MLDSA44PublicKey.from_public_bytes(key.public).verify(signed[_TIME_BYTES:], message)
    except (InvalidSignature, ValueError):
        return None
    return Signature(key, at)
