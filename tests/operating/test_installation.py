"""The door's own environment: what is installed from, and when it is left alone."""

import re
from pathlib import Path

import pytest

from rundbord.operating.installation.stamps import Stamp, digest_of, put_stamp, remove_stamp, stamp_in
from rundbord.operating.places import LOCKS, ROOT

LOCK_FILES = [*sorted(LOCKS.glob("*.txt")), ROOT / "package-lock.json"]


@pytest.mark.parametrize(
    ("present", "wanted", "covers"),
    [
        ("run", "run", True),
        ("complete", "run", True),
        ("complete", "complete", True),
        ("run", "complete", False),
    ],
)
def test_a_complete_environment_serves_those_who_need_less(present: str, wanted: str, *, covers: bool) -> None:
    has, wants = (Stamp(digest="x", complete=kind == "complete") for kind in (present, wanted))

    assert has.covers(wants) is covers


def test_a_changed_lock_file_makes_a_new_environment(tmp_path: Path) -> None:
    lock = tmp_path / "run.txt"
    lock.write_text("django==5.2.18\n")
    before = digest_of("3.11.7", files=[lock])

    lock.write_text("django==5.2.19\n")

    assert digest_of("3.11.7", files=[lock]) != before
    assert digest_of("3.13.0", files=[lock]) != digest_of("3.11.7", files=[lock])


def test_an_interrupted_installation_leaves_no_stamp(tmp_path: Path) -> None:
    put_stamp(tmp_path, Stamp(digest="x", complete=True))

    remove_stamp(tmp_path)

    assert stamp_in(tmp_path) is None


def test_a_stamp_that_cannot_be_read_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / ".rundbord-stamp.json").write_text("{")

    assert stamp_in(tmp_path) is None


@pytest.mark.parametrize("lock", LOCK_FILES, ids=lambda path: path.name)
def test_lock_files_name_no_registry(lock: Path) -> None:
    assert not re.search(r'"resolved"|--(?:extra-)?index-url|--find-links', lock.read_text())


@pytest.mark.parametrize("lock", sorted(LOCKS.glob("*.txt")), ids=lambda path: path.name)
def test_every_locked_package_has_hashes(lock: Path) -> None:
    packages = re.split(r"\n(?=\S)", lock.read_text().strip())

    assert all("==" in package and "--hash=sha256:" in package for package in packages)
