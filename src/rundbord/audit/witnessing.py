"""Witnesses of the log: what they are handed, what they hand in, and how old the newest of it is."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connections, transaction

from rundbord.access.session import current_login
from rundbord.audit.checkpointing import newest_checkpoint
from rundbord.audit.notes import Kind, Malformed, Note, VerifierKey, parse_lines, signature_line, valid_signatures
from rundbord.audit.stored_tree import StoredTree
from rundbord.audit.tree import consistency_proof

_MOST_KEYS = 4


@dataclass(frozen=True, kw_only=True)
class Witness:
    """A witness as a reader of the log sees it; `id`, which is its secret, only of the own authority."""

    id: UUID | None
    authority_id: UUID
    name: str
    added_at: datetime
    size: int | None
    cosigned_at: datetime | None


def witness_keys(written: str) -> list[VerifierKey]:
    """Read a witness's public keys, one a line; raise Malformed unless they are of one witness and bear a time."""
    keys = [VerifierKey.parse(line) for line in written.split()]
    if not 0 < len(keys) <= _MOST_KEYS or len({key.name for key in keys}) > 1:
        raise Malformed
    if any(key.kind is Kind.PLAIN_ED25519 for key in keys):
        raise Malformed
    return keys


def add_witness(keys: Collection[VerifierKey]) -> UUID:
    """Let a witness of the authority in context cosign; give its secret."""
    name = next(iter(keys)).name
    return UUID(str(_one("SELECT audit.add_witness(%s, %s)", [name, "\n".join(map(str, keys))])[0]))


def end_witness(witness_id: UUID) -> bool:
    """Let a witness of the authority in context cosign no more; tell whether it was one."""
    return bool(_one("SELECT audit.end_witness(%s)", [witness_id])[0])


def witnesses(authority_ids: Collection[UUID]) -> list[Witness]:
    """List the witnesses of these authorities, with what each cosigned last."""
    with connections[current_login()].cursor() as cursor:
        cursor.execute(
            "SELECT id, authority, name, added_at, size, signed_at FROM audit.witnesses(%s::uuid[])",
            [list(authority_ids)],
        )
        return [
            Witness(id=row[0], authority_id=row[1], name=row[2], added_at=row[3], size=row[4], cosigned_at=row[5])
            for row in cursor.fetchall()
        ]


def request_for(secret: UUID, *, old: int) -> str | None:
    """Give the body of an `add-checkpoint` for a witness that has seen so many leaves; None for nobody's secret.

    Where the witness has seen more than there is, the checkpoint goes without proof, and the witness says what that is.
    """
    newest = newest_checkpoint()
    if _witness_of(secret) is None or newest is None:
        return None
    size = newest.checkpoint.size
    proof = consistency_proof(old, size, StoredTree()) if old <= size else []
    lines = [f"old {old}", *(b64encode(each).decode() for each in proof)]
    return "\n".join(lines) + "\n\n" + newest.note.text


def take_cosignature(secret: UUID, *, size: int, lines: str) -> bool:
    """Keep a witness's cosignature of the checkpoint of this size; tell whether it holds and is newer than the last."""
    witness = _witness_of(secret)
    written = _one("SELECT audit.checkpoint_note(%s)", [size])[0]
    if witness is None or not written:
        return False
    try:
        signed = Note(Note.parse(written).checkpoint, tuple(parse_lines(lines)))
        found = valid_signatures(signed, witness_keys(witness))
    except Malformed:
        return False
    moments = {signature.at for signature in found or [] if signature.at is not None}
    if len(moments) != 1:
        return False
    return _is_kept(secret, size, datetime.fromtimestamp(moments.pop(), UTC), _written(signed))


def _is_kept(secret: UUID, size: int, moment: datetime, lines: str) -> bool:
    login = current_login()
    try:
        with transaction.atomic(using=login), connections[login].cursor() as cursor:
            cursor.execute("SELECT audit.add_cosignature(%s, %s, %s, %s)", [secret, size, moment, lines])
    except DatabaseError:
        # Not newer than what this witness cosigned last: a cosignature sent twice, or an old one sent again.
        return False
    return True


def _written(note: Note) -> str:
    return "".join(signature_line(*line) for line in note.lines)


def _witness_of(secret: UUID) -> str | None:
    row = _one("SELECT (SELECT keys FROM audit.witness_of(%s))", [secret])
    return str(row[0]) if row[0] else None


def _one(statement: str, values: list[Any]) -> tuple[Any, ...]:
    with connections[current_login()].cursor() as cursor:
        cursor.execute(statement, values)
        row = cursor.fetchone()
    return row or (None,)
