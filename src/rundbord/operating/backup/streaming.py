"""What a program of PostgreSQL writes to its output, as it comes; half a stream is never taken for a whole."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rundbord.keys.core.streams import CHUNK
from rundbord.operating.backup.trouble import BackupFailed


def streamed(command: Sequence[str | Path], environment: Mapping[str, str]) -> Iterator[bytes]:
    """Give what it writes; raise BackupFailed where it did not end well."""
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=complaints) as writing,
    ):
        try:
            assert writing.stdout is not None  # noqa: S101 - asked for above
            while chunk := writing.stdout.read(CHUNK):
                yield chunk
            if writing.wait():
                complaints.seek(0)
                said = complaints.read().decode(errors="replace").strip()
                raise BackupFailed(
                    f"{Path(command[0]).name} sluttede med fejl {writing.returncode}"
                    f" (serverens log siger mere):\n{said[-2000:]}"
                )
        finally:
            writing.kill()
