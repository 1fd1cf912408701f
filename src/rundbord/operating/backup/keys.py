"""Public keys that backups are sealed to, and the private ones that open them; these are never kept on a server."""

from __future__ import annotations

import os
from pathlib import Path

import pyrage

from rundbord.operating.backup.trouble import BackupFailed

_SECRET = "AGE-SECRET-KEY-"  # noqa: S105 - how a private key begins, so that one is never taken for a public one


def read_recipients(file: Path) -> list[pyrage.x25519.Recipient]:
    """Every public key of a file, one a line; raise BackupFailed where there is none, or where one is private."""
    lines = _lines(file)
    if any(line.startswith(_SECRET) for line in lines):
        raise BackupFailed(
            f"{file} indeholder en privat nøgle. Den må aldrig ligge på serveren: fjern den, og lav et nyt nøglepar."
        )
    try:
        found = [pyrage.x25519.Recipient.from_str(line) for line in lines]
    except pyrage.RecipientError as error:
        raise BackupFailed(f"{file} indeholder en linje, der ikke er en offentlig nøgle (age1 …): {error}") from error
    if not found:
        raise BackupFailed(f"{file} indeholder ingen offentlig nøgle; uden modtager tages ingen kopi")
    return found


def read_identities(file: Path) -> list[pyrage.x25519.Identity]:
    """Every private key of a file."""
    try:
        found = [pyrage.x25519.Identity.from_str(line) for line in _lines(file)]
    except pyrage.IdentityError as error:
        raise BackupFailed(f"{file} indeholder en linje, der ikke er en privat nøgle ({error})") from error
    if not found:
        raise BackupFailed(f"{file} indeholder ingen privat nøgle")
    return found


def make_identity(file: Path) -> str:
    """Write a new private key into a file that was not there, and give its public one."""
    identity = pyrage.x25519.Identity.generate()
    public = str(identity.to_public())
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise BackupFailed(f"{file} kan ikke laves: {error.strerror}") from error
    with os.fdopen(descriptor, "w") as stream:
        stream.write(f"# public key: {public}\n{identity}\n")
    return public


def _lines(file: Path) -> list[str]:
    try:
        written = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BackupFailed(f"{file} kan ikke læses: {error}") from error
    return [line.strip() for line in written if line.strip() and not line.startswith("#")]
