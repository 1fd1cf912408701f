"""The tree over the log: published vectors, and random trees against the recursive implementation."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rundbord.audit import tree
from tests.audit import recursive_tree

# The eight leaves and the roots that implementations of RFC 6962 have been tried on since the first one.
PUBLISHED_LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
PUBLISHED_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
PUBLISHED_PATH_OF_FIRST_LEAF = [
    "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
]
PUBLISHED_PROOF_SIX_TO_EIGHT = [
    "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
]

contents = st.lists(st.binary(max_size=8), min_size=1, max_size=70)


class Remembered:
    """Every complete subtree that growing gave, by level and position."""

    def __init__(self, leaves: list[bytes]) -> None:
        """Grow a tree over these contents."""
        self._hashes: dict[tuple[int, int], bytes] = {}
        frontier = tree.Frontier()
        for leaf in leaves:
            for grown in frontier.add(tree.leaf_hash(leaf)):
                self._hashes[grown.level, grown.position] = grown.hash

    def hash_of(self, level: int, position: int) -> bytes:
        """Give one of them."""
        return self._hashes[level, position]


def _hexes(proof: list[bytes]) -> list[str]:
    return [each.hex() for each in proof]


@pytest.mark.parametrize("size", range(9))
def test_roots_are_the_published_ones(size: int) -> None:
    assert tree.root_at(size, Remembered(PUBLISHED_LEAVES)).hex() == PUBLISHED_ROOTS[size]


def test_proofs_are_the_published_ones() -> None:
    grown = Remembered(PUBLISHED_LEAVES)

    assert _hexes(tree.inclusion_proof(0, 8, grown)) == PUBLISHED_PATH_OF_FIRST_LEAF
    assert _hexes(tree.consistency_proof(6, 8, grown)) == PUBLISHED_PROOF_SIX_TO_EIGHT


@given(contents)
def test_a_growing_tree_has_the_root_of_the_recursive_one(leaves: list[bytes]) -> None:
    frontier = tree.Frontier()
    for leaf in leaves:
        frontier.add(tree.leaf_hash(leaf))

    assert frontier.root() == recursive_tree.root_of(leaves) == tree.root_at(len(leaves), Remembered(leaves))


@given(contents, st.data())
def test_growing_is_taken_up_where_it_was_left(leaves: list[bytes], data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(leaves)))
    frontier = tree.frontier_at(cut, Remembered(leaves[:cut]))
    for leaf in leaves[cut:]:
        frontier.add(tree.leaf_hash(leaf))

    assert (frontier.size, frontier.root()) == (len(leaves), recursive_tree.root_of(leaves))


@given(contents, st.data())
def test_inclusion_proofs_are_those_of_the_recursive_one_and_hold(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    proof = tree.inclusion_proof(index, len(leaves), Remembered(leaves))

    assert proof == recursive_tree.path_of(index, leaves)
    root = recursive_tree.root_of(leaves)
    assert tree.is_included(tree.leaf_hash(leaves[index]), index, len(leaves), proof, root=root)


@given(contents, st.data())
def test_consistency_proofs_are_those_of_the_recursive_one_and_hold(leaves: list[bytes], data: st.DataObject) -> None:
    old = data.draw(st.integers(0, len(leaves)))
    proof = tree.consistency_proof(old, len(leaves), Remembered(leaves))

    assert proof == recursive_tree.proof_of(old, leaves)
    roots = {"old_root": recursive_tree.root_of(leaves[:old]), "new_root": recursive_tree.root_of(leaves)}
    assert tree.is_consistent(old, len(leaves), proof, **roots)


@given(contents, st.data())
def test_a_changed_leaf_is_never_included(leaves: list[bytes], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    other = data.draw(st.binary(max_size=8))
    assume(other != leaves[index])
    proof = tree.inclusion_proof(index, len(leaves), Remembered(leaves))

    root = recursive_tree.root_of(leaves)
    assert not tree.is_included(tree.leaf_hash(other), index, len(leaves), proof, root=root)


@given(contents, st.data())
def test_a_rewritten_past_is_never_consistent(leaves: list[bytes], data: st.DataObject) -> None:
    old = data.draw(st.integers(1, len(leaves)))
    index = data.draw(st.integers(0, old - 1))
    rewritten = [*leaves[:index], leaves[index] + b"!", *leaves[index + 1 :]]
    proof = tree.consistency_proof(old, len(leaves), Remembered(rewritten))

    kept, shown = recursive_tree.root_of(leaves[:old]), recursive_tree.root_of(rewritten)
    assert not tree.is_consistent(old, len(leaves), proof, old_root=kept, new_root=shown)


@given(contents, st.data())
def test_a_proof_that_was_tampered_with_does_not_hold(leaves: list[bytes], data: st.DataObject) -> None:
    old = data.draw(st.integers(1, len(leaves)))
    proof = tree.consistency_proof(old, len(leaves), Remembered(leaves))
    assume(proof)
    at = data.draw(st.integers(0, len(proof) - 1))
    kind = data.draw(st.sampled_from(["other", "left out", "twice"]))
    changed = {"other": [bytes(32)], "left out": [], "twice": [proof[at], proof[at]]}[kind]
    tampered = [*proof[:at], *changed, *proof[at + 1 :]]

    roots = {"old_root": recursive_tree.root_of(leaves[:old]), "new_root": recursive_tree.root_of(leaves)}
    assert not tree.is_consistent(old, len(leaves), tampered, **roots)


@pytest.mark.parametrize(("old", "new"), [(5, 3), (-1, 3), (0, 0)])
def test_sizes_that_cannot_be(old: int, new: int) -> None:
    held = tree.is_consistent(old, new, [], old_root=tree.EMPTY_ROOT, new_root=tree.EMPTY_ROOT)

    assert held is (old == new)
