"""A small server of faults that were planted: it runs while a block does and says nothing of each request."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from wsgiref.simple_server import WSGIRequestHandler, make_server


class _Silent(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *_told: object) -> None:
        """Say nothing."""


@contextmanager
def planted(application: Callable[..., list[bytes]]) -> Iterator[int]:
    """Serve an application on this machine, and give the port."""
    with make_server("127.0.0.1", 0, application, handler_class=_Silent) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
