"""Two numbers of one round are matched by marks, a leaf binds to a number, and a round's key goes for good."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from rundbord.keys.core.blind_index import Cost, IndexKey
from rundbord.keys.core.cpr import Cpr, read_cpr
from rundbord.keys.core.matching import leaf_of, mark_of, root_of, salt_of
from rundbord.keys.core.trouble import KeyUnknown
from rundbord.keys.store.backups import back_up, restore
from rundbord.keys.store.files import create_store
from rundbord.keys.store.rounds import FileRoundKeys

CHEAP = Cost(memory_kib=8, passes=1)
BACKUP_KEY = "k" * 40


def _cpr(text: str = "610110-5001") -> Cpr:
    return read_cpr(text, today=date(2026, 11, 30))


def _key(byte: bytes = b"k") -> IndexKey:
    return IndexKey(secret=byte * 32, cost=CHEAP)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty store."""
    create_store(tmp_path / "store")
    return tmp_path / "store"


def test_equal_numbers_have_equal_marks_in_one_round_and_other_marks_in_another() -> None:
    assert mark_of(_cpr(), _key()) == mark_of(_cpr(), _key())
    assert mark_of(_cpr(), _key()) != mark_of(_cpr(), _key(b"l"))
    assert mark_of(_cpr(), _key()) != mark_of(_cpr("620211-5002"), _key())


def test_a_leaf_differs_by_nomination_and_authority_and_tells_no_number() -> None:
    nomination = uuid4()
    leaf = leaf_of(_cpr(), salt_of(nomination, _key()))

    assert leaf == leaf_of(_cpr(), salt_of(nomination, _key()))
    assert leaf != leaf_of(_cpr(), salt_of(uuid4(), _key()))
    assert leaf != leaf_of(_cpr(), salt_of(nomination, _key(b"l")))
    assert len(leaf) == 32


def test_a_root_depends_on_every_leaf_and_on_no_order() -> None:
    leaves = [leaf_of(_cpr(), salt_of(uuid4(), _key())) for _ in range(3)]

    assert root_of(leaves) == root_of(reversed(leaves))
    assert root_of(leaves) != root_of(leaves[:2])


def test_a_rounds_key_is_made_once_and_gone_for_good(folder: Path) -> None:
    keys, owner, of_round = FileRoundKeys(folder, cost=CHEAP), uuid4(), uuid4()
    keys.make(owner, of_round)
    first = keys.key(owner, of_round)
    keys.make(owner, of_round)
    assert keys.key(owner, of_round) == first

    keys.destroy(owner, of_round)
    keys.destroy(owner, of_round)
    with pytest.raises(KeyUnknown):
        keys.key(owner, of_round)


def test_no_backup_holds_a_rounds_key(folder: Path, tmp_path: Path) -> None:
    keys, owner, of_round = FileRoundKeys(folder, cost=CHEAP), uuid4(), uuid4()
    keys.make(owner, of_round)
    backup = back_up(folder, tmp_path / "backups", key=BACKUP_KEY, now=datetime(2026, 11, 30, tzinfo=UTC))

    restore(backup, tmp_path / "restored", key=BACKUP_KEY)
    with pytest.raises(KeyUnknown):
        FileRoundKeys(tmp_path / "restored", cost=CHEAP).key(owner, of_round)
