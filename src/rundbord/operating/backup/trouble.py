"""What stops a backup or a restore; the message is Danish, for the person at the terminal."""

from __future__ import annotations


class BackupFailed(Exception):
    """Nothing was taken for a backup, or nothing was restored."""
