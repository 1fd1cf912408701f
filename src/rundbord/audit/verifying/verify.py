"""The whole check: one pass over the leaves, with every checkpoint tried where its size comes by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from rundbord.audit.notes import Malformed, Note, VerifierKey, valid_signatures
from rundbord.audit.stored_tree import STEP
from rundbord.audit.tree import Frontier, Subtree
from rundbord.audit.verifying.cosignatures import check_cosignatures
from rundbord.audit.verifying.faults import Fault, Found
from rundbord.audit.verifying.pruned import Pruned, judge_pruning, pruned_up_to
from rundbord.audit.verifying.rows import Row, numbered_rows, waiting_rows

# A leaf waits a second; a worker that is restarted, some more.
LONGEST_WAIT = timedelta(minutes=10)


@dataclass(frozen=True)
class Trusted:
    """What the check stands on, none of which comes from the database."""

    keys: Sequence[VerifierKey]
    kept: Sequence[Note] = ()
    # Keys that somebody outside knows the log by; where given, the newest checkpoint must bear them.
    known: Sequence[VerifierKey] = ()
    retention: timedelta = timedelta(days=731)


@dataclass
class _Roots:
    """What the root must be where the tree has a size, by who says so."""

    stored: dict[int, bytes] = field(default_factory=dict)
    kept: dict[int, list[bytes]] = field(default_factory=dict)


def verify_log(cursor: Any, trusted: Trusted, *, now: datetime) -> Found:
    """Check everything; the cursor reads as the log's owner, best in one snapshot."""
    found = Found()
    notes = _checkpoints(cursor, trusted, found)
    roots = _Roots(stored={note.checkpoint.size: note.checkpoint.root for note in notes})
    size = _size(cursor)
    _check_kept(trusted, size, roots, found)
    for each in notes:
        if each.checkpoint.size > size:
            found.add(Fault.ROLLED_BACK, f"{each.checkpoint.size} linjer mod {size}")
    pruned = pruned_up_to(cursor)
    judge_pruning(pruned, notes, trusted.keys, found, retention=trusted.retention, now=now)
    _check_leaves(cursor, roots, pruned, found)
    _check_outside_the_tree(cursor, found, now=now)
    check_cosignatures(cursor, found)
    return found


def _checkpoints(cursor: Any, trusted: Trusted, found: Found) -> list[Note]:
    cursor.execute("SELECT size, root, note FROM audit.checkpoint ORDER BY size")
    notes = []
    for size, root, written in cursor.fetchall():
        note = _parsed(written)
        if note is None or (note.checkpoint.size, note.checkpoint.root) != (size, bytes(root)):
            found.add(Fault.CHECKPOINT_DAMAGED, f"ved {size} linjer")
            continue
        if not valid_signatures(note, trusted.keys):
            found.add(Fault.KEY_SWAPPED, f"ved {size} linjer")
        notes.append(note)
    found.checkpoints = len(notes)
    if trusted.known and notes and not valid_signatures(notes[-1], trusted.known):
        found.add(Fault.KEY_SWAPPED, f"ved {notes[-1].checkpoint.size} linjer")
    return notes


def _check_kept(trusted: Trusted, size: int, roots: _Roots, found: Found) -> None:
    for note in trusted.kept:
        kept = note.checkpoint
        if not valid_signatures(note, [*trusted.keys, *trusted.known]):
            found.add(Fault.KEY_SWAPPED, f"det gemte ved {kept.size} linjer")
        if kept.size > size:
            found.add(Fault.ROLLED_BACK, f"{kept.size} linjer mod {size}")
        elif kept.size in roots.stored and roots.stored[kept.size] != kept.root:
            found.add(Fault.FORKED, f"ved {kept.size} linjer")
        else:
            roots.kept.setdefault(kept.size, []).append(kept.root)


def _check_leaves(cursor: Any, roots: _Roots, pruned: Pruned, found: Found) -> None:
    frontier, nodes = Frontier(), _nodes(cursor)
    for row in numbered_rows(cursor, size=_size(cursor)):
        if row.position != frontier.size:
            found.add(Fault.LEAF_MISSING, frontier.size)
            return
        _check_row(row, frontier.size, pruned, found)
        for grown in frontier.add(row.leaf):
            _check_node(grown, nodes, found)
        _check_root(frontier, roots, found)
        found.lines += 1
    if nodes:
        found.add(Fault.NODE_DIFFERS, f"{len(nodes)} for mange")


def _check_row(row: Row, number: int, pruned: Pruned, found: Found) -> None:
    if number < pruned.up_to:
        found.pruned += 1
        if row.is_there:
            found.add(Fault.NOT_PRUNED, number)
    elif not row.is_there:
        found.add(Fault.ROW_DELETED, number)
    elif not row.is_unchanged():
        found.add(Fault.ROW_CHANGED, number)


def _check_node(grown: Subtree, nodes: dict[tuple[int, int], bytes], found: Found) -> None:
    if grown.level and grown.level % STEP == 0 and nodes.pop((grown.level, grown.position), b"") != grown.hash:
        found.add(Fault.NODE_DIFFERS, f"{grown.level}/{grown.position}")


def _check_root(frontier: Frontier, roots: _Roots, found: Found) -> None:
    size = frontier.size
    if size not in roots.stored and size not in roots.kept:
        return
    root = frontier.root()
    if roots.stored.get(size, root) != root:
        found.add(Fault.ROOT_DIFFERS, f"ved {size} linjer")
    if any(kept != root for kept in roots.kept.get(size, [])):
        found.add(Fault.FORKED, f"ved {size} linjer")


def _check_outside_the_tree(cursor: Any, found: Found, *, now: datetime) -> None:
    for row in waiting_rows(cursor):
        found.waiting += 1
        if not row.is_there:
            found.add(Fault.ROW_DELETED, row.id)
        elif not row.is_unchanged():
            found.add(Fault.ROW_CHANGED, row.id)
    cursor.execute(
        "SELECT count(*) FROM audit.event e JOIN audit.leaf l ON l.event_id = e.id"
        " WHERE l.position IS NULL AND e.taken_at < %s",
        [now - LONGEST_WAIT],
    )
    if late := cursor.fetchone()[0]:
        found.add(Fault.NOT_NUMBERED, f"{late} linjer")
    cursor.execute("SELECT e.id FROM audit.event e LEFT JOIN audit.leaf l ON l.event_id = e.id WHERE l IS NULL")
    for (event_id,) in cursor.fetchall():
        found.add(Fault.ROW_INSERTED, event_id)


def _nodes(cursor: Any) -> dict[tuple[int, int], bytes]:
    cursor.execute("SELECT level, position, hash FROM audit.node")
    return {(level, position): bytes(node) for level, position, node in cursor.fetchall()}


def _size(cursor: Any) -> int:
    cursor.execute("SELECT coalesce(max(position) + 1, 0) FROM audit.leaf")
    return int(cursor.fetchone()[0])


def _parsed(written: str) -> Note | None:
    try:
        return Note.parse(written)
    except Malformed:
        return None
