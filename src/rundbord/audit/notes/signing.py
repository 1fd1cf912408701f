"""Signing checkpoints as a log does: Ed25519 over the note, and ML-DSA-44 with a time inside."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey

from rundbord.audit.notes.checkpoints import Checkpoint
from rundbord.audit.notes.verifier_keys import Kind, VerifierKey, timed_message

SEED_BYTES = 32


@dataclass(frozen=True)
class NoteSigner:
    """One key of the log: two seeds, which never show themselves."""

    name: str
    seed: bytes = field(repr=False)
    seed_of_second: bytes = field(repr=False)

    @classmethod
    def new(cls, name: str) -> NoteSigner:
        """Make a key."""
        return cls(name, secrets.token_bytes(SEED_BYTES), secrets.token_bytes(SEED_BYTES))

    @property
    def public(self) -> list[VerifierKey]:
        """The public halves."""
        return [
            VerifierKey(self.name, Kind.PLAIN_ED25519, self._first.public_key().public_bytes_raw()),
            VerifierKey(self.name, Kind.TIMED_ML_DSA_44, self._second.public_key().public_bytes_raw()),
        ]

    def sign(self, checkpoint: Checkpoint, *, at: int) -> list[tuple[str, bytes]]:
        """Give the signature lines of both; `at` in Unix seconds stands in the second."""
        plain, timed = self.public
        message = timed_message(timed.kind, self.name, checkpoint, at)
        return [
            (self.name, plain.id + self._first.sign(checkpoint.text.encode())),
            (self.name, timed.id + at.to_bytes(8, "big") + self._second.sign(message)),
        ]

    @property
    def _first(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @property
    def _second(self) -> MLDSA44PrivateKey:
        return MLDSA44PrivateKey.from_seed_bytes(self.seed_of_second)
