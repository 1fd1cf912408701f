"""Checking proofs with nothing but the hashes that were given (RFC 9162 §§2.1.3.2 and 2.1.4.2)."""

from __future__ import annotations

from collections.abc import Sequence

from rundbord.audit.tree.hashing import node_hash


def is_included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], *, root: bytes) -> bool:
    """Tell whether the leaf stands at this index of the tree with this root."""
    if not 0 <= index < size:
        return False
    climbed, node, last = leaf, index, size - 1
    for sibling in proof:
        if last == 0:
            return False
        if node % 2 or node == last:
            climbed = node_hash(sibling, climbed)
            node, last = _up_to_left_child(node, last)
        else:
            climbed = node_hash(climbed, sibling)
        node, last = node // 2, last // 2
    return last == 0 and climbed == root


def is_consistent(old: int, new: int, proof: Sequence[bytes], *, old_root: bytes, new_root: bytes) -> bool:
    """Tell whether the tree of `old` leaves is the beginning of that of `new`."""
    if old > new or old < 0:
        return False
    if old == new:
        return not proof and old_root == new_root
    if old == 0:
        return not proof
    # Where the old tree is complete, its root is a node of the new one and not sent.
    path = list(proof) if old & (old - 1) else [old_root, *proof]
    return bool(path) and _both_roots(old, new, path) == (old_root, new_root)


def _both_roots(old: int, new: int, path: Sequence[bytes]) -> tuple[bytes, bytes] | None:
    node, last = old - 1, new - 1
    while node % 2:
        node, last = node // 2, last // 2
    as_old = as_new = path[0]
    for sibling in path[1:]:
        if last == 0:
            return None
        if node % 2 or node == last:
            as_old, as_new = node_hash(sibling, as_old), node_hash(sibling, as_new)
            node, last = _up_to_left_child(node, last)
        else:
            as_new = node_hash(as_new, sibling)
        node, last = node // 2, last // 2
    return (as_old, as_new) if last == 0 else None


def _up_to_left_child(node: int, last: int) -> tuple[int, int]:
    """Skip the levels on which the right edge has no sibling."""
    while node and not node % 2:
        node, last = node // 2, last // 2
    return node, last
