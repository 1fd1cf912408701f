"""Backups as files: sealed, described, aged; half a backup is none, and a fault is never silent."""

import io
import os
import tarfile
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest

from rundbord.operating.backup import dumps, taking
from rundbord.operating.backup.catalogue import (
    DESCRIPTION,
    MANIFEST,
    SEALED,
    UNFINISHED,
    Base,
    bases_in,
    chain_of,
    describe,
    remove_old,
    sweep,
)
from rundbord.operating.backup.command import main
from rundbord.operating.backup.keys import make_identity, read_identities, read_recipients
from rundbord.operating.backup.manifests import Manifest
from rundbord.operating.backup.nightly import to_build_on
from rundbord.operating.backup.sealing import digest_of, seal, unseal
from rundbord.operating.backup.source import Server, Source
from rundbord.operating.backup.status import status_of
from rundbord.operating.backup.trouble import BackupFailed
from rundbord.operating.backup.wal import missing, segment_of

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
SECRET = b"en hemmelighed om Test Testesen " * 10_000


def _pair() -> tuple[pyrage.x25519.Identity, pyrage.x25519.Recipient]:
    identity = pyrage.x25519.Identity.generate()
    return identity, identity.to_public()


def _base(name: str, *, age: timedelta, parent: str = "", start: str = "0/3000000") -> Base:
    at = (NOW - age).isoformat()
    return Base(
        name=name, kind="incremental" if parent else "full", parent=parent, began=at, ended=at, timeline=1,
        start=start, stop=start, system="1", server=180004, raw_bytes=9, bytes=3,
        sha256="ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    )  # fmt: skip


def _lay(folder: Path, *bases: Base) -> None:
    for base in bases:
        (folder / f"{base.name}{SEALED}").write_bytes(b"abc")
        (folder / f"{base.name}{MANIFEST}").write_bytes(b"{}")
        describe(folder, base)


def test_each_recipient_opens_alone_and_a_stranger_does_not(tmp_path: Path) -> None:
    (police, police_public), (city, city_public), (stranger, _) = _pair(), _pair(), _pair()

    sealed = seal([SECRET[:7], SECRET[7:]], tmp_path / "sealed", [police_public, city_public])

    for identity in (police, city):
        opened = io.BytesIO()
        unseal(tmp_path / "sealed", [identity], opened)
        assert opened.getvalue() == SECRET
    with pytest.raises(BackupFailed, match="nøglen passer ikke"):
        unseal(tmp_path / "sealed", [stranger], io.BytesIO())
    assert sealed.sha256 == digest_of(tmp_path / "sealed")
    assert sealed.bytes == (tmp_path / "sealed").stat().st_size
    assert b"Testesen" not in (tmp_path / "sealed").read_bytes()


@pytest.mark.parametrize("cut", [10, 300, -1])
def test_a_cut_file_is_refused(tmp_path: Path, cut: int) -> None:
    identity, public = _pair()
    seal([os.urandom(200_000)], tmp_path / "sealed", [public])
    (tmp_path / "sealed").write_bytes((tmp_path / "sealed").read_bytes()[:cut])

    with pytest.raises(BackupFailed, match="kan ikke åbnes"):
        unseal(tmp_path / "sealed", [identity], io.BytesIO())


def test_what_stops_the_stream_is_what_is_told(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"halvdelen"
        raise BackupFailed("serveren døde")

    with pytest.raises(BackupFailed, match="serveren døde"):
        seal(broken(), tmp_path / "sealed", [_pair()[1]])


def test_a_private_key_among_the_public_ones_is_refused(tmp_path: Path) -> None:
    public = make_identity(tmp_path / "identity")
    (tmp_path / "recipients").write_text(f"# politi\n{public}\n")

    assert [str(each) for each in read_recipients(tmp_path / "recipients")] == [public]
    assert str(read_identities(tmp_path / "identity")[0].to_public()) == public
    assert (tmp_path / "identity").stat().st_mode & 0o777 == 0o600
    with pytest.raises(BackupFailed, match="privat nøgle"):
        read_recipients(tmp_path / "identity")
    with pytest.raises(BackupFailed, match="kan ikke laves"):
        make_identity(tmp_path / "identity")


def test_without_a_recipient_nothing_is_taken(tmp_path: Path) -> None:
    (tmp_path / "recipients").write_text("# ingen endnu\n")

    with pytest.raises(BackupFailed, match="ingen offentlig nøgle"):
        read_recipients(tmp_path / "recipients")


@pytest.mark.parametrize("pieces", [1, 100, 511, 512, 513, 100_000])
def test_the_manifest_is_found_in_the_stream_however_it_is_cut(pieces: int) -> None:
    tape = io.BytesIO()
    with tarfile.open(fileobj=tape, mode="w") as tar:
        for name, content in (("base/1", b"x" * 5000), ("empty", b""), ("backup_manifest", b'{"a": 1}')):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    stream = tape.getvalue()
    manifest = Manifest()

    passed = b"".join(manifest.watch(stream[at : at + pieces] for at in range(0, len(stream), pieces)))

    assert passed == stream
    assert manifest.read() == {"a": 1}
    assert manifest.raw_bytes == len(stream)


def _program(folder: Path, name: str, *, ending: int) -> None:
    program = folder / name
    program.write_text(f"#!/bin/sh\nprintf halvdelen\necho 'server closed the connection' >&2\nexit {ending}\n")
    program.chmod(0o755)


def _dump(folder: Path, *, age: timedelta, clock: datetime = NOW) -> dumps.Dump:
    """A logical copy by a program that ends well."""
    _program(folder, "pg_dump", ending=0)
    asked = Source(url="postgresql://a:b@/rundbord", programs=folder)
    return dumps.take_dump(asked, folder, [_pair()[1]], clock=lambda: clock - age)


def test_a_logical_copy_is_weekly_and_goes_after_35_days_but_the_newest_never(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Source, "ask", lambda self: Server(version=180004, summarizes=True))
    day = timedelta(days=1)
    assert dumps.is_due(tmp_path, at=NOW)
    old, newest = (_dump(tmp_path, age=age) for age in (50 * day, 36 * day))

    assert dumps.is_due(tmp_path, at=NOW)
    assert not dumps.is_due(tmp_path, at=NOW - 31 * day)
    assert dumps.remove_old_dumps(tmp_path, now=NOW) == [old.name]
    assert dumps.dumps_in(tmp_path) == [newest]
    assert "halvdelen" not in str([file.read_bytes() for file in (tmp_path / "logical").iterdir()])


def test_a_row_that_cannot_be_read_leaves_no_logical_copy_and_keeps_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Source, "ask", lambda self: Server(version=180004, summarizes=True))
    before = _dump(tmp_path, age=timedelta(days=8))
    _program(tmp_path, "pg_dump", ending=1)

    with pytest.raises(BackupFailed, match="pg_dump sluttede med fejl 1"):
        dumps.take_dump(Source(url="postgresql://a:b@/rundbord", programs=tmp_path), tmp_path, [_pair()[1]])

    assert dumps.dumps_in(tmp_path) == [before]
    assert len(list((tmp_path / "logical").iterdir())) == 2


@pytest.mark.parametrize("ending", [1, 0])
def test_half_a_stream_leaves_no_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: int) -> None:
    _program(tmp_path, "pg_basebackup", ending=ending)
    folder = tmp_path / "backups"
    folder.mkdir()
    monkeypatch.setattr(Source, "ask", lambda self: Server(version=180004, summarizes=True))
    monkeypatch.setattr(Source, "holding_wal", lambda self: nullcontext())

    with pytest.raises(BackupFailed, match="closed the connection" if ending else "fortegnelse"):
        taking.take(Source(url="postgresql://a:b@/rundbord", programs=tmp_path), folder, [_pair()[1]])

    assert not list(folder.iterdir())


def test_what_an_interrupted_backup_left_is_no_backup_and_is_swept_away(tmp_path: Path) -> None:
    _lay(tmp_path, _base("a-full", age=timedelta(hours=1)))
    (tmp_path / f"b-full{SEALED}").write_bytes(b"halvt")
    (tmp_path / f"c-full{SEALED}{UNFINISHED}").write_bytes(b"halvt")

    # What the follower has in hand meanwhile is its own.
    (tmp_path / "wal").mkdir()
    in_hand = tmp_path / "wal" / f"000000010000000000000004{UNFINISHED}"
    in_hand.write_bytes(b"halvt")

    assert [base.name for base in bases_in(tmp_path)] == ["a-full"]
    sweep(tmp_path)

    assert sorted(file.name for file in tmp_path.iterdir()) == [
        *(f"a-full{ending}" for ending in (DESCRIPTION, MANIFEST, SEALED)),
        "wal",
    ]
    assert in_hand.exists()


def test_a_chain_goes_whole_after_35_days_and_the_newest_never(tmp_path: Path) -> None:
    day = timedelta(days=1)
    (tmp_path / "wal").mkdir()
    for segment in ("000000010000000000000002", "000000010000000000000004", "000000010000000000000009.partial"):
        (tmp_path / "wal" / f"{segment}.age").write_bytes(b"")
    _lay(
        tmp_path,
        _base("old", age=44 * day, start="0/2000000"),
        _base("old-step", age=36 * day, parent="old", start="0/3000000"),
        _base("kept", age=37 * day, start="0/4000000"),
        _base("kept-step", age=34 * day, parent="kept", start="0/5000000"),
    )

    assert remove_old(tmp_path, now=NOW) == ["old", "old-step"]
    assert [base.name for base in bases_in(tmp_path)] == ["kept", "kept-step"]
    assert sorted(file.name[:24] for file in (tmp_path / "wal").iterdir()) == [
        "000000010000000000000004",
        "000000010000000000000009",
    ]

    assert remove_old(tmp_path, now=NOW + 100 * day) == []
    assert len(bases_in(tmp_path)) == 2


def test_a_step_whose_whole_backup_is_missing_is_refused(tmp_path: Path) -> None:
    step = _base("step", age=timedelta(0), parent="gone")

    with pytest.raises(BackupFailed, match="bygger på gone, som mangler"):
        chain_of(step, [step])


@pytest.mark.parametrize(
    ("age", "server", "builds_on"),
    [
        (timedelta(days=1), Server(version=180004, summarizes=True), "b-incremental"),
        (timedelta(days=7), Server(version=180004, summarizes=True), None),
        (timedelta(days=1), Server(version=180004, summarizes=False), None),
        (timedelta(days=1), Server(version=160010, summarizes=False), None),
        (timedelta(days=1), Server(version=190000, summarizes=True), None),
    ],
    ids=["the newest", "a week later the whole", "nobody noted what changed", "too old", "after an upgrade the whole"],
)
def test_a_step_builds_on_the_newest_where_the_server_knows_what_changed(
    tmp_path: Path, age: timedelta, server: Server, builds_on: str | None
) -> None:
    _lay(tmp_path, _base("a-full", age=age), _base("b-incremental", age=age / 2, parent="a-full"))

    found = to_build_on(tmp_path, server, at=NOW)

    assert (found.name if found else None) == builds_on


def test_a_gap_in_the_wal_is_found() -> None:
    there = ["000000010000000000000003", "000000010000000000000006.partial", "000000010000000000000005"]

    assert list(missing(there, since=segment_of(1, "0/3000028"))) == ["000000010000000000000004"]
    assert segment_of(2, "1/FF000000") == "0000000200000001000000FF"


@pytest.mark.parametrize(
    ("age", "fault"),
    [(timedelta(hours=20), None), (timedelta(hours=30), "Den nyeste sikkerhedskopi er 30 timer gammel")],
)
def test_the_status_tells_when_the_last_backup_is_too_old(
    tmp_path: Path, age: timedelta, fault: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Source, "ask", lambda self: Server(version=180004, summarizes=True))
    _lay(tmp_path, _base("a-full", age=age))
    assert "ingen logisk kopi" in status_of(tmp_path, now=NOW).faults[-1]
    _dump(tmp_path, age=timedelta(days=7))
    assert "logiske kopi er 9 dage gammel" in status_of(tmp_path, now=NOW + timedelta(days=2)).faults[-1]

    faults = status_of(tmp_path, now=NOW, thorough=True).faults

    assert len(faults) == (1 if fault else 0)
    assert all(str(fault) in each for each in faults)


def test_the_status_finds_a_file_that_changed_and_one_that_is_gone(tmp_path: Path) -> None:
    _lay(tmp_path, _base("a-full", age=timedelta(0)), _base("b-full", age=timedelta(0)))
    (tmp_path / f"a-full{SEALED}").write_bytes(b"abd")
    (tmp_path / f"b-full{SEALED}").unlink()

    faults = status_of(tmp_path, now=NOW, thorough=True).faults

    assert ["er ændret" in faults[0], "mangler" in faults[1], len(faults)] == [True, True, 3]


def test_the_command_ends_with_a_fault_when_there_is_no_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL_BACKUP", "postgresql://rundbord_backup:x@%2Fnonexistent/rundbord")
    monkeypatch.setenv("RUNDBORD_BACKUPS", str(tmp_path / "backups"))

    assert main(["--status"]) == 1
    assert "ingen sikkerhedskopi" in capsys.readouterr().err

    make_identity(tmp_path / "identity")
    (tmp_path / "recipients").write_text(str(read_identities(tmp_path / "identity")[0].to_public()))
    monkeypatch.setenv("RUNDBORD_BACKUP_RECIPIENTS", str(tmp_path / "recipients"))
    assert main([]) == 1
    assert "Databasen kan ikke nås" in capsys.readouterr().err


def test_the_command_names_the_setting_that_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL_BACKUP", "postgresql://rundbord_backup:x@%2Fnonexistent/rundbord")
    monkeypatch.delenv("RUNDBORD_BACKUPS", raising=False)

    assert main([]) == 1
    assert "RUNDBORD_BACKUPS mangler" in capsys.readouterr().err
