"""A proxy on this machine, the only way out: it notes what it is asked for and answers for every source behind it."""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from rundbord.config.environment import Proxy

# Nobody can hold a certificate for an invented name, so both ends agree to do without one where a test says so.
_WITHOUT_CERTIFICATE = "AECDH:ADH:@SECLEVEL=0"


def anonymous_encryption(purpose: int) -> ssl.SSLContext:
    """Make one end of an encrypted line on which nobody shows a certificate."""
    context = ssl.SSLContext(purpose)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(_WITHOUT_CERTIFICATE)
    return context


@dataclass
class ProxyInBetween:
    """What the proxy does and what it was asked: first lines and headers, and what the encrypted source was asked."""

    answers: str = "200 Connection established"
    body: bytes = b""
    drips: bool = False
    seen: list[list[str]] = field(default_factory=list)
    asked_inside: list[str] = field(default_factory=list)
    port: int = 0

    def serve(self, line: socket.socket) -> None:
        """Answer one connection."""
        head = _head(line)
        self.seen.append(head)
        if self.drips:
            _drip(line)
        elif not head[0].startswith("CONNECT "):
            line.sendall(self._answer())
        else:
            line.sendall(f"HTTP/1.1 {self.answers}\r\nVia: 1.1 stand-in\r\n\r\n".encode())
            if self.answers.startswith("200"):
                self._be_the_source(line)

    def _be_the_source(self, line: socket.socket) -> None:
        with anonymous_encryption(ssl.PROTOCOL_TLS_SERVER).wrap_socket(line, server_side=True) as inside:
            self.asked_inside.append(_head(inside)[0])
            inside.sendall(self._answer())

    def _answer(self) -> bytes:
        return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(self.body), self.body)


def _head(line: socket.socket) -> list[str]:
    told = b""
    while b"\r\n\r\n" not in told and (piece := line.recv(4096)):
        told += piece
    return told.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")


def _drip(line: socket.socket) -> None:
    for letter in b"HTTP/1.1 200 Connection established and so on" * 20:
        line.sendall(bytes([letter]))
        time.sleep(0.05)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True


@pytest.fixture
def proxy(settings: object) -> Iterator[ProxyInBetween]:
    """The proxy, and settings that lead through it to sources whose names nobody on this machine can look up."""
    between = ProxyInBetween()

    class Serve(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with suppress(OSError):
                between.serve(self.request)

    with _Server(("127.0.0.1", 0), Serve) as server:
        between.port = server.server_address[1]
        settings.NEWS_URL = "https://nyheder.example/api"  # type: ignore[attr-defined]
        settings.SHORT_MESSAGES_URL = "http://meldinger.example:8080/rss"  # type: ignore[attr-defined]
        settings.STATISTICS_URL = ""  # type: ignore[attr-defined]
        settings.FEEDS_PROXY = Proxy(host="127.0.0.1", port=between.port)  # type: ignore[attr-defined]
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield between
        server.shutdown()
        thread.join()
