"""Signing checkpoints: each minute or after a thousand entries, and never anything that does not continue the last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connections, transaction
from django.utils import timezone

from rundbord.access.session import current_login
from rundbord.audit.log_signing import signers
from rundbord.audit.notes import Checkpoint, Note
from rundbord.audit.stored_tree import StoredTree
from rundbord.audit.tree import root_at
from rundbord.keys.current import log_keys

LONGEST_WAIT = timedelta(seconds=60)
MOST_WAITING = 1_000
_LOCK = 815_034


class LogRewritten(Exception):
    """The tree does not continue what was signed last: rows were changed, or an older database was put back."""


@dataclass(frozen=True)
class SignedCheckpoint:
    """A checkpoint that the log has signed, and when the database took it."""

    note: Note
    at: datetime

    @property
    def checkpoint(self) -> Checkpoint:
        """What was signed."""
        return self.note.checkpoint


def newest_checkpoint() -> SignedCheckpoint | None:
    """Give the newest, None where nothing was signed yet."""
    with connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT note, at FROM audit.newest_checkpoint()")
        row = cursor.fetchone()
    return SignedCheckpoint(Note.parse(row[0]), row[1]) if row else None


def sign_when_due() -> SignedCheckpoint | None:
    """Sign a checkpoint where one is due, and give it; None where none is, or another worker is at it."""
    login = current_login()
    with transaction.atomic(using=login):
        if not _is_alone(login):
            return None
        size, newest = StoredTree().size(), newest_checkpoint()
        if size == 0 or not _is_due(size, newest):
            return None
        return _sign(size, is_first=newest is None)


def _is_alone(login: str) -> bool:
    with connections[login].cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s::bigint)", [_LOCK])
        row = cursor.fetchone()
    return bool(row and row[0])


def _sign(size: int, *, is_first: bool) -> SignedCheckpoint:
    keys = signers(may_found=is_first)
    refuse_unless_continued(size)
    now = timezone.now()
    checkpoint = Checkpoint(origin=keys[-1].name, size=size, root=root_at(size, StoredTree()))
    lines = [line for key in keys for line in key.sign(checkpoint, at=int(now.timestamp()))]
    note = Note(checkpoint, tuple(lines))
    # On the disk first: what may have been seen outside is never forgotten. The leaves are committed already.
    log_keys().remember(note.text)
    with connections[current_login()].cursor() as cursor:
        cursor.execute("SELECT audit.add_checkpoint(%s, %s, %s)", [size, checkpoint.root, note.text])
    return SignedCheckpoint(note, now)


def refuse_unless_continued(size: int) -> None:
    """Raise LogRewritten where the last checkpoint that was signed is not a beginning of this tree."""
    written = log_keys().remembered()
    if not written:
        return
    last = Note.parse(written).checkpoint
    if last.size > size or root_at(last.size, StoredTree()) != last.root:
        raise LogRewritten(f"the tree of {size} does not continue the one of {last.size} that was signed")


def _is_due(size: int, newest: SignedCheckpoint | None) -> bool:
    if newest is None:
        return True
    waiting = size - newest.checkpoint.size
    return waiting >= MOST_WAITING or (waiting > 0 and timezone.now() - newest.at >= LONGEST_WAIT)
