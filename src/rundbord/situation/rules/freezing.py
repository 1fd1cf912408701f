"""Sealing a published picture, so that each reader can see that their edition still stands as it was published.

Each audience has a digest of its own: a reader who may not see all lines can still check all that they see.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class FrozenLine:
    """An entry as the seal covers it."""

    id: UUID
    audience: str
    kind: str
    position: int
    incident_id: UUID | None
    content: Mapping[str, Any]

    def canonical(self) -> bytes:
        """Write the line so that the same facts always give the same bytes (after RFC 8785)."""
        incident = str(self.incident_id) if self.incident_id else None
        told = [str(self.id), self.audience, self.kind, self.position, incident, self.content]
        return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def digests_of(lines: Iterable[FrozenLine]) -> dict[str, str]:
    """Give each audience's digest: SHA-256 over its lines in order, each told by its own hash."""
    by_audience: dict[str, list[FrozenLine]] = {}
    for line in lines:
        by_audience.setdefault(line.audience, []).append(line)
    return {audience: _digest(some) for audience, some in by_audience.items()}


def seal_of(digests: Mapping[str, str]) -> bytes:
    """Give the picture's seal: SHA-256 over the digests of all audiences."""
    return hashlib.sha256(json.dumps(digests, sort_keys=True, separators=(",", ":")).encode()).digest()


def is_intact(lines: Iterable[FrozenLine], *, digests: Mapping[str, str], seal: bytes | None) -> bool:
    """Tell whether the lines that a reader sees, and the seal over all, are as when they were sealed."""
    seen = digests_of(lines)
    return seal_of(digests) == seal and all(digests.get(audience) == digest for audience, digest in seen.items())


def _digest(lines: Iterable[FrozenLine]) -> str:
    ordered = sorted(lines, key=lambda line: (line.position, str(line.id)))
    hashes = b"".join(hashlib.sha256(line.canonical()).digest() for line in ordered)
    return hashlib.sha256(hashes).hexdigest()
