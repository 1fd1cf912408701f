"""The private folder of a server's socket."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

# sockaddr_un holds 108 bytes, the last of them zero.
LONGEST_PATH = 107
SOCKET = ".s.PGSQL.5432"


def make_socket_folder(home: Path) -> Path:
    """A folder of mode 0700: beside the data when its path is short enough, else a temporary one."""
    remove_socket_folder(home)
    folder = home / "socket"
    if len(os.fsencode(folder / SOCKET)) <= LONGEST_PATH:
        folder.mkdir(mode=0o700)
        return folder
    folder = Path(tempfile.mkdtemp(prefix="rundbord-", dir=_short_place()))
    _note(home).write_text(str(folder))
    return folder


def socket_folder(home: Path) -> Path:
    """The folder that a started server's socket lies in."""
    return Path(_note(home).read_text()) if _note(home).exists() else home / "socket"


def remove_socket_folder(home: Path) -> None:
    """Remove the folder of this or an earlier start."""
    shutil.rmtree(socket_folder(home), ignore_errors=True)
    _note(home).unlink(missing_ok=True)


def _note(home: Path) -> Path:
    return home / "socket-folder"


def _short_place() -> str | None:
    """The user's own run-time folder, unless the server runs as somebody else who may not enter it."""
    return os.environ.get("XDG_RUNTIME_DIR") if os.geteuid() != 0 else None
