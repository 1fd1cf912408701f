"""Asking a virus scanner of what was handed in, where the operator has one: clamd's INSTREAM, past any disk.

Where it does not answer nothing is kept: a file that nobody has looked at is not what the operator asked for.
"""

from __future__ import annotations

import socket
import struct

import structlog
from django.conf import settings

FOUND = "Filen er ikke gemt, for den ligner skadelig kode. Sig det til din administrator."
SILENT = "Filen kunne ikke undersøges for virus lige nu og er ikke gemt. Prøv igen om lidt."
_MOST_SECONDS = 30
_PIECE = 64 * 1024
_LONGEST_ANSWER = 4096


def objection_of_scanner(content: bytes) -> str:
    """Say in Danish why the file cannot be kept; nothing where it is clean, or where no scanner is set."""
    if not settings.VIRUS_SCANNER:
        return ""
    try:
        said = _asked(content)
    except OSError as error:
        said = type(error).__name__
    if said.endswith(": OK"):
        return ""
    is_found = said.endswith(" FOUND")
    structlog.get_logger("rundbord.files").warning("virus scanner", said="found" if is_found else "no answer")
    return FOUND if is_found else SILENT


def _asked(content: bytes) -> str:
    with _line() as line:
        line.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), _PIECE):
            piece = content[start : start + _PIECE]
            line.sendall(struct.pack(">I", len(piece)) + piece)
        line.sendall(struct.pack(">I", 0))
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < _LONGEST_ANSWER and (part := line.recv(1024)):
            answer += part
    return answer.rstrip(b"\0").decode("ascii", errors="replace").strip()


def _line() -> socket.socket:
    """Reach it: a path is a socket on this machine, else `host:port`."""
    where: str = settings.VIRUS_SCANNER
    if where.startswith("/"):
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(_MOST_SECONDS)
        try:
            line.connect(where)
        except OSError:
            line.close()
            raise
        return line
    host, _, port = where.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=_MOST_SECONDS)
