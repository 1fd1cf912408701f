"""How leaves and nodes are hashed: told apart by their first byte, so that no node passes for a leaf."""

from __future__ import annotations

from hashlib import sha256

HASH_BYTES = 32
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(content: bytes) -> bytes:
    """Hash what a leaf stands for."""
    return sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Hash two subtrees that lie side by side."""
    return sha256(b"\x01" + left + right).digest()
