"""The tree a second time, as RFC 6962 §2.1 puts it in words: recursive, slow, and sharing no line with the product."""

from __future__ import annotations

import hashlib


def root_of(leaves: list[bytes]) -> bytes:
    """MTH over the contents of leaves."""
    if not leaves:
        return hashlib.sha256().digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\0" + leaves[0]).digest()
    k = half(len(leaves))
    return hashlib.sha256(b"\1" + root_of(leaves[:k]) + root_of(leaves[k:])).digest()


def path_of(index: int, leaves: list[bytes]) -> list[bytes]:
    """PATH(m, D[n])."""
    if len(leaves) == 1:
        return []
    k = half(len(leaves))
    if index < k:
        return [*path_of(index, leaves[:k]), root_of(leaves[k:])]
    return [*path_of(index - k, leaves[k:]), root_of(leaves[:k])]


def proof_of(old: int, leaves: list[bytes]) -> list[bytes]:
    """PROOF(m, D[n])."""
    return [] if old == 0 else _subproof(old, leaves, is_whole=True)


def _subproof(old: int, leaves: list[bytes], *, is_whole: bool) -> list[bytes]:
    if old == len(leaves):
        return [] if is_whole else [root_of(leaves)]
    k = half(len(leaves))
    if old <= k:
        return [*_subproof(old, leaves[:k], is_whole=is_whole), root_of(leaves[k:])]
    return [*_subproof(old - k, leaves[k:], is_whole=False), root_of(leaves[:k])]


def half(count: int) -> int:
    """The largest power of two smaller than the count."""
    k = 1
    while k * 2 < count:
        k *= 2
    return k
