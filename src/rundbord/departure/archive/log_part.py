"""The authority's own part of the log with its proof: its lines, the hash of every leaf, and the signed checkpoint."""

from __future__ import annotations

import json
from collections.abc import Iterator

from rundbord.access.actor import Actor
from rundbord.access.session import acting_for
from rundbord.audit.checkpointing import newest_checkpoint
from rundbord.audit.own_lines import OwnLine, own_lines
from rundbord.audit.stored_tree import StoredTree
from rundbord.keys.current import log_keys

_PAGE, _LEAVES = 500, 1 << 17


def log_lines(actor: Actor) -> Iterator[bytes]:
    """Give each own line with what its leaf is hashed from and where the leaf stands."""
    last: OwnLine | None = None
    while True:
        with acting_for(actor):
            page = own_lines(after=last, at_most=_PAGE)
        yield from map(_as_line, page)
        if len(page) < _PAGE:
            return
        last = page[-1]


def checkpoint_note(actor: Actor) -> tuple[str, int]:
    """Give the newest signed checkpoint as text, and how many leaves it holds; empty where none was signed yet."""
    with acting_for(actor):
        newest = newest_checkpoint()
    return (newest.note.text, newest.checkpoint.size) if newest else ("", 0)


def leaves(actor: Actor, size: int) -> Iterator[bytes]:
    """Give the hashes of the first leaves of the whole log, 32 bytes each: salted, so that they tell nothing."""
    for first in range(0, size, _LEAVES):
        with acting_for(actor):
            yield b"".join(StoredTree().hashes(0, first, min(_LEAVES, size - first)))


def public_keys() -> str:
    """Give the public keys that checkpoints are signed by."""
    return "".join(f"{line}\n" for line in log_keys().public())


def _as_line(line: OwnLine) -> bytes:
    told = {"linje": line.canonical.decode(), "salt": line.salt.hex(), "plads": line.position}
    return (json.dumps(told, ensure_ascii=False) + "\n").encode()
