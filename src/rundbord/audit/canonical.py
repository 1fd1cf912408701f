"""One log entry as bytes that never change: sorted keys, UTC, no spaces (after RFC 8785)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime


def canonical_bytes(entry: Mapping[str, object]) -> bytes:
    """Write the entry so that the same facts always give the same bytes."""
    return json.dumps(entry, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def canonical_time(moment: datetime) -> str:
    """Write an aware moment in UTC with microseconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
