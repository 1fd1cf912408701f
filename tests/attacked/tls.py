"""What ends TLS before a server of ours, as an operator's proxy does; with a certificate made for this run."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_HELLO = b"\x16"
_MOST_SECONDS = 30
# Between two hosts alone; each connection has its own.
_OF_ONE_LINE = {"connection", "keep-alive", "transfer-encoding"}


@contextmanager
def behind_tls(listener: socket.socket, inside: int, folder: Path) -> Iterator[Path]:
    """Answer at a listener for the server at a port until the block ends; give the certificate to be trusted."""
    certificate = certificate_for(folder, "localhost")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(certificate)
    server = _Front(listener, inside, context)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield certificate
    finally:
        server.shutdown()


class _Front(ThreadingHTTPServer):
    """One port for both: whoever speaks plainly there is led to https."""

    daemon_threads = True

    def __init__(self, listener: socket.socket, inside: int, context: ssl.SSLContext) -> None:
        """Take over a socket that listens."""
        super().__init__(listener.getsockname(), _Passing, bind_and_activate=False)
        self.socket.close()
        self.socket = listener
        self.inside = inside
        self.context = context

    def finish_request(self, request: socket.socket, client_address: object) -> None:  # type: ignore[override]
        """Look at the first byte to tell how the other speaks."""
        request.settimeout(_MOST_SECONDS)
        if request.recv(1, socket.MSG_PEEK) != _HELLO:
            return super().finish_request(request, client_address)
        with self.context.wrap_socket(request, server_side=True) as sealed:
            super().finish_request(sealed, client_address)

    def handle_error(self, *_told: object) -> None:
        """A tool that hangs up is no news."""


class _Passing(BaseHTTPRequestHandler):
    """Hands each request on, and says that it came by https."""

    server: _Front

    def _pass(self) -> None:
        if not isinstance(self.connection, ssl.SSLSocket):
            return self._lead_to_https()
        length = int(self.headers.get("Content-Length") or 0)
        inner = http.client.HTTPConnection("127.0.0.1", self.server.inside, timeout=_MOST_SECONDS)
        told = {name: value for name, value in self.headers.items() if name.lower() not in _OF_ONE_LINE}
        inner.request(self.command, self.path, self.rfile.read(length), {**told, "X-Forwarded-Proto": "https"})
        answer = inner.getresponse()
        self.send_response_only(answer.status)
        for name, value in answer.getheaders():
            if name.lower() not in _OF_ONE_LINE:
                self.send_header(name, value)
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(answer.read())
        inner.close()
        return None

    do_GET = do_HEAD = do_POST = do_OPTIONS = do_PUT = do_PATCH = do_DELETE = _pass  # noqa: N815 - named by the library

    def _lead_to_https(self) -> None:
        self.send_response_only(301)
        self.send_header("Location", f"https://{self.headers['Host']}{self.path}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_told: object) -> None:
        """Say nothing of each request."""


def certificate_for(folder: Path, host: str) -> Path:
    """Make a key and a certificate for a name on this machine that holds a day, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.now(UTC)
    names = [x509.DNSName(host), x509.IPAddress(ip_address("127.0.0.1"))]
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = folder / f"{host}.pem"
    file.write_bytes(plain + made.public_bytes(pem))
    return file
