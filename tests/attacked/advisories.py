"""A source of advisories on this machine that says what a test lets it say, to pip-audit (by proxy) and to npm."""

from __future__ import annotations

import json
import re
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.attacked.tls import certificate_for

PYPI = "pypi.org"
_OF_PACKAGE = re.compile(r"/pypi/([^/]+)/[^/]+/json")


@contextmanager
def advisories(folder: Path, *weak: str) -> Iterator[dict[str, str]]:
    """Answer that these packages are weak and all others are not; give what leads the tools here."""
    certificate = certificate_for(folder, PYPI)
    server = _Source(frozenset(weak), certificate)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    here = f"http://127.0.0.1:{server.server_port}"
    try:
        yield {
            **{"HTTPS_PROXY": here, "REQUESTS_CA_BUNDLE": str(certificate), "XDG_CACHE_HOME": str(folder)},
            **{"NPM_CONFIG_REGISTRY": here, "NPM_CONFIG_CACHE": str(folder / "npm"), "NO_PROXY": "127.0.0.1"},
        }
    finally:
        server.shutdown()
        server.server_close()


class _Source(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, weak: frozenset[str], certificate: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Answering)
        self.weak = weak
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)

    def handle_error(self, *_told: object) -> None:
        """A tool that hangs up is no news."""


class _Answering(BaseHTTPRequestHandler):
    server: _Source

    def do_CONNECT(self) -> None:
        """Be the host that a tool wants to reach through here."""
        self.send_response_only(200)
        self.end_headers()
        with self.server.context.wrap_socket(self.connection, server_side=True) as sealed:
            _Answering(sealed, self.client_address, self.server)

    def do_GET(self) -> None:
        """Tell of one Python package."""
        asked = _OF_PACKAGE.fullmatch(self.path)
        if asked is None:
            return self._answer({}, status=404)
        is_weak = asked[1] in self.server.weak
        return self._answer({"vulnerabilities": [_of_python()] if is_weak else []})

    def do_POST(self) -> None:
        """Tell npm of all it names."""
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self._answer({name: [_of_npm(name)] for name in self.server.weak})

    def _answer(self, told: object, *, status: int = 200) -> None:
        body = json.dumps(told).encode()
        self.send_response_only(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, *_told: object) -> None:
        """Say nothing of each request."""


def _of_python() -> dict[str, object]:
    return {"id": "PYSEC-2026-1", "aliases": [], "summary": "planted", "details": "planted", "fixed_in": ["999"]}


def _of_npm(name: str) -> dict[str, object]:
    return {"id": 1, "url": "", "title": f"planted in {name}", "severity": "high", "vulnerable_versions": "<999.0.0"}
