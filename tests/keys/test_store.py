"""The store in a folder: closed to others, wrapping by two halves, renewing, and destroying for good."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import pytest

from rundbord.keys.core.blind_index import Cost, IndexPurpose
from rundbord.keys.core.trouble import CannotOpen, KeyDestroyed, KeyUnknown, StoreUnusable
from rundbord.keys.core.wrapping import WRAPPED_BYTES, KeyName, version_of
from rundbord.keys.store import KeyStore
from rundbord.keys.store.files import FileKeyStore, create_store
from rundbord.keys.store.folder import read_private, write_once, write_whole
from tests.keys.conftest import CHEAP

SECRET = bytes(range(32))
OURS, THEIRS = uuid4(), uuid4()


@pytest.fixture
def store(key_store: FileKeyStore) -> KeyStore:
    key_store.found(OURS)
    key_store.found(THEIRS)
    return key_store


def _name() -> KeyName:
    return KeyName(owner=OURS, key_id=uuid4())


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_data_key_comes_back_from_its_wrapped_form(store: KeyStore) -> None:
    name = _name()
    wrapped = store.wrap_new(name, SECRET)

    assert store.unwrap(name, wrapped) == SECRET
    assert (len(wrapped), version_of(wrapped)) == (WRAPPED_BYTES, 1)
    assert SECRET not in wrapped


def test_a_changed_byte_anywhere_keeps_a_wrapped_key_shut(store: KeyStore) -> None:
    name = _name()
    wrapped = store.wrap_new(name, SECRET)

    for at in range(len(wrapped)):
        with pytest.raises((CannotOpen, KeyUnknown)):
            store.unwrap(name, wrapped[:at] + bytes([wrapped[at] ^ 1]) + wrapped[at + 1 :])
    with pytest.raises(CannotOpen):
        store.unwrap(name, wrapped[:-1])


def test_a_wrapped_key_opens_under_its_own_name_alone(store: KeyStore) -> None:
    name, other = _name(), _name()
    wrapped = store.wrap_new(name, SECRET)
    store.wrap_new(other, SECRET)
    foreign = KeyName(owner=THEIRS, key_id=name.key_id)
    store.wrap_new(foreign, SECRET)

    for wrong in (other, foreign):
        with pytest.raises(CannotOpen):
            store.unwrap(wrong, wrapped)
    with pytest.raises(KeyUnknown):
        store.unwrap(_name(), wrapped)


def test_the_store_alone_holds_no_data_key(store: KeyStore, tmp_path: Path) -> None:
    store.wrap_new(_name(), SECRET)

    assert not any(SECRET in content or SECRET.hex().encode() in content for content in _files(tmp_path).values())


def test_renewing_leaves_the_data_key_as_it_is_and_older_wrappings_readable(store: KeyStore) -> None:
    name = _name()
    before = store.wrap_new(name, SECRET)

    assert store.rotate(OURS) == 2
    after = store.rewrap(name, before)
    assert (version_of(after), store.unwrap(name, after), store.unwrap(name, before)) == (2, SECRET, SECRET)
    assert store.version(THEIRS) == 1


def test_what_a_retired_key_wrapped_is_lost_and_the_rest_is_not(store: KeyStore) -> None:
    name = _name()
    before = store.wrap_new(name, SECRET)
    store.rotate(OURS)
    after = store.rewrap(name, before)

    assert store.retire(OURS) == 1
    assert store.unwrap(name, after) == SECRET
    with pytest.raises(KeyUnknown):
        store.unwrap(name, before)
    assert store.retire(OURS) == 0
    assert store.rotate(OURS) == 3


def test_a_destroyed_key_is_gone_and_its_name_is_used_up(store: KeyStore) -> None:
    name, other = _name(), _name()
    wrapped, kept = store.wrap_new(name, SECRET), store.wrap_new(other, SECRET)

    store.destroy(name)
    store.destroy(name)

    for failing in (store.unwrap, store.rewrap, store.wrap_new):
        with pytest.raises(KeyDestroyed):
            failing(name, wrapped)
    assert store.unwrap(other, kept) == SECRET


def test_a_counterpart_put_back_does_not_bring_a_destroyed_key_back(store: KeyStore, tmp_path: Path) -> None:
    name = _name()
    wrapped = store.wrap_new(name, SECRET)
    counterpart = next(tmp_path.rglob(f"counterparts/{name.key_id}"))
    content = counterpart.read_bytes()
    store.destroy(name)
    write_once(counterpart, content)

    with pytest.raises(KeyDestroyed):
        store.unwrap(name, wrapped)


def test_an_authority_without_keys_can_neither_wrap_nor_renew_nor_destroy(key_store: FileKeyStore) -> None:
    for failing in (
        lambda: key_store.version(OURS),
        lambda: key_store.rotate(OURS),
        lambda: key_store.wrap_new(_name(), SECRET),
        lambda: key_store.destroy(_name()),
        lambda: key_store.index_key(OURS, IndexPurpose.LOOK_UP),
    ):
        with pytest.raises(KeyUnknown):
            failing()
    assert key_store.owners() == []


def test_founding_again_changes_nothing(store: KeyStore, tmp_path: Path) -> None:
    before = _files(tmp_path)
    store.found(OURS)

    assert _files(tmp_path) == before
    assert store.owners() == sorted([OURS, THEIRS], key=str)


def test_index_keys_differ_by_authority_and_purpose(store: KeyStore) -> None:
    secrets = {store.index_key(owner, purpose).secret for owner in (OURS, THEIRS) for purpose in IndexPurpose}

    assert len(secrets) == 2 * len(IndexPurpose)


def test_an_index_key_keeps_the_cost_that_it_was_founded_with(store: KeyStore, tmp_path: Path) -> None:
    dearer = FileKeyStore(tmp_path / "key-store", cost=Cost(memory_kib=64, passes=3))
    newcomer = uuid4()
    dearer.found(newcomer)

    assert dearer.index_key(OURS, IndexPurpose.LOOK_UP).cost == CHEAP
    assert dearer.index_key(newcomer, IndexPurpose.LOOK_UP).cost == Cost(memory_kib=64, passes=3)


def test_everything_in_the_store_is_closed_to_others_whatever_the_umask(store: KeyStore, tmp_path: Path) -> None:
    store.wrap_new(_name(), SECRET)
    folder = tmp_path / "key-store"

    modes = {path: path.stat().st_mode & 0o777 for path in (folder, *folder.rglob("*"))}
    assert all(mode == (0o700 if path.is_dir() else 0o600) for path, mode in modes.items())
    assert not [path for path in modes if path.name.startswith(".")]


@pytest.mark.parametrize("mode", [0o750, 0o705, 0o710, 0o720])
def test_a_folder_that_others_reach_is_refused(key_store: FileKeyStore, tmp_path: Path, mode: int) -> None:
    (tmp_path / "key-store").chmod(mode)

    with pytest.raises(StoreUnusable, match="open to others"):
        FileKeyStore(tmp_path / "key-store", cost=CHEAP)


def test_a_key_that_others_may_read_is_refused(store: KeyStore, tmp_path: Path) -> None:
    next(tmp_path.rglob("indexes/look-up")).chmod(0o640)

    with pytest.raises(StoreUnusable, match="open to others"):
        [store.index_key(owner, IndexPurpose.LOOK_UP) for owner in (OURS, THEIRS)]


def test_a_missing_folder_a_link_and_an_empty_mount_are_no_store(key_store: FileKeyStore, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "key-store")
    (tmp_path / "mount").mkdir(mode=0o700)

    for folder, says in (("missing", "missing"), ("link", "a link"), ("mount", "no key store")):
        with pytest.raises(StoreUnusable, match=says):
            FileKeyStore(tmp_path / folder, cost=CHEAP)


def test_a_store_is_made_in_an_empty_folder_alone(key_store: FileKeyStore, tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="not empty"):
        create_store(tmp_path / "key-store")
    create_store(tmp_path / "deep" / "down")
    assert (tmp_path / "deep").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(("which", "content"), [("keys/1", b"short"), ("counterparts/*", b"")])
def test_a_damaged_key_is_said_to_be_damaged(store: KeyStore, tmp_path: Path, which: str, content: bytes) -> None:
    name = _name()
    wrapped = store.wrap_new(name, SECRET)
    write_whole(next((tmp_path / "key-store" / str(OURS)).glob(which)), content)

    with pytest.raises(StoreUnusable, match="damaged"):
        store.unwrap(name, wrapped)


@pytest.mark.parametrize("content", [b"", b"8 1", b"8 1 xyz", b"a b 00", b"\xff 1 00"])
def test_a_damaged_index_key_is_said_to_be_damaged(store: KeyStore, tmp_path: Path, content: bytes) -> None:
    write_whole(tmp_path / "key-store" / str(OURS) / "indexes" / "look-up", content)

    with pytest.raises(StoreUnusable, match="damaged"):
        store.index_key(OURS, IndexPurpose.LOOK_UP)


def test_of_two_who_write_one_file_the_first_wins_and_no_half_file_stays(tmp_path: Path) -> None:
    assert write_once(tmp_path / "key", b"first")
    assert not write_once(tmp_path / "key", b"second")
    assert read_private(tmp_path / "key") == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["key"]


def test_a_link_in_place_of_a_key_is_not_followed(tmp_path: Path) -> None:
    write_once(tmp_path / "key", b"content")
    (tmp_path / "link").symlink_to(tmp_path / "key")

    with pytest.raises(OSError, match="link"):
        read_private(tmp_path / "link")
