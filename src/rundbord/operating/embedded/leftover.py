"""A server that outlived the process that started it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

PATIENCE_SECONDS = 20


def stop_leftover(data: Path) -> None:
    """Stop a server that still runs on this data folder, and wait until it is gone."""
    server = running_server(data)
    if server is None:
        return
    # Fast shutdown first; a server that does not heed it is told to stop at once and recovers at the next start.
    for sign in (signal.SIGINT, signal.SIGQUIT):
        os.kill(server, sign)
        if _is_gone_within(PATIENCE_SECONDS, data):
            return
    raise TimeoutError(f"PostgreSQL-processen {server} på {data} vil ikke stoppe")


def running_server(data: Path) -> int | None:
    """The process id of the server on this data folder, if it truly is one: ids are used again."""
    try:
        process = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
    except (OSError, ValueError):
        return None
    return process if str(data) in _command_line(process) else None


def _command_line(process: int) -> str:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        if Path("/proc/self").exists():
            return ""
    shown = subprocess.run(["ps", "-p", str(process), "-o", "command="], capture_output=True, text=True, check=False)
    return shown.stdout


def _is_gone_within(seconds: float, data: Path) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if running_server(data) is None:
            return True
        time.sleep(0.05)
    return False
