"""The address that a server of ours listens on; never more than this machine can reach."""

from __future__ import annotations

import socket

HOST = "127.0.0.1"
FIRST = 8000
LAST = 8099


class PortTaken(Exception):
    """Something else listens there."""


def listen_on(port: int | None) -> socket.socket:
    """A socket on the port asked for, or on the first free one; open already, so that nobody slips in between."""
    if port is not None:
        return _listen(port)
    for candidate in range(FIRST, LAST + 1):
        try:
            return _listen(candidate)
        except PortTaken:
            continue
    raise PortTaken(f"Alle porte fra {FIRST} til {LAST} er optaget; vælg en anden med --port")


def _listen(port: int) -> socket.socket:
    try:
        listener = socket.create_server((HOST, port), backlog=256)
    except OSError as error:
        raise PortTaken(f"Port {port} kan ikke bruges ({error.strerror}); vælg en anden med --port") from error
    listener.set_inheritable(True)
    return listener
