"""Whether every cosignature that is kept holds under its witness's keys."""

from __future__ import annotations

from typing import Any

from rundbord.audit.notes import Malformed, Note, VerifierKey, parse_lines, valid_signatures
from rundbord.audit.verifying.faults import Fault, Found

_KEPT = """
SELECT w.name, w.keys, s.size, s.signed_at, s.lines, c.note
FROM audit.cosignature s JOIN audit.witness w ON w.id = s.witness LEFT JOIN audit.checkpoint c ON c.size = s.size
ORDER BY s.size
"""


def check_cosignatures(cursor: Any, found: Found) -> None:
    """Try each of them against the checkpoint that it is about."""
    cursor.execute(_KEPT)
    for name, keys, size, signed_at, lines, note in cursor.fetchall():
        if int(signed_at.timestamp()) not in _moments(keys, lines, note):
            found.add(Fault.COSIGNATURE_FALSE, f"{name} ved {size} linjer")


def _moments(keys: str, lines: str, note: str | None) -> set[int | None]:
    try:
        signed = Note(Note.parse(note or "").checkpoint, tuple(parse_lines(lines)))
        valid = valid_signatures(signed, [VerifierKey.parse(line) for line in keys.split()])
    except Malformed:
        return set()
    return {signature.at for signature in valid or []}
