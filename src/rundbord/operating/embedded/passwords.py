"""Passwords and keys made once by the machine, kept in a file that only the owner reads."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable
from pathlib import Path


def generated(file: Path, names: Iterable[str]) -> dict[str, str]:
    """The secrets of these names; those that are not in the file yet are made and added."""
    known: dict[str, str] = json.loads(file.read_text()) if file.exists() else {}
    missing = {name: secrets.token_urlsafe(48) for name in names if name not in known}
    if missing:
        known |= missing
        write_private(file, json.dumps(known, indent=1))
    return known


def write_private(file: Path, text: str) -> None:
    """Write a file that only its owner reads, from its first moment, and whole or not at all."""
    fresh = file.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(text)
    fresh.replace(file)
