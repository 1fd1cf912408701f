"""A virus scanner is asked of every file that is kept, and where it does not answer nothing is kept."""

from __future__ import annotations

import socketserver
import struct
import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pytest_django import Settings

from rundbord.files import NotAPhoto, NotKept, kept_file, plain_photo
from rundbord.files.scanning import FOUND, SILENT

# Not the industry's sign for tests, for which a developer's own scanner would take this file away.
BAD = b"ondsindet-proeve"


class _Clamd(socketserver.BaseRequestHandler):
    """Speaks INSTREAM as clamd does, and finds one word."""

    def handle(self) -> None:
        with self.request.makefile("rb") as asked:
            assert asked.read(10) == b"zINSTREAM\0"
            content = b""
            while length := struct.unpack(">I", asked.read(4))[0]:
                content += asked.read(length)
        self.request.sendall(b"stream: Proeve.Test FOUND\0" if BAD in content else b"stream: OK\0")


@pytest.fixture(params=["port", "socket"])
def clamd(request: pytest.FixtureRequest, settings: Settings, tmp_path: Path) -> Iterator[None]:
    """A scanner by either way."""
    here = str(tmp_path / "clamd")
    server: socketserver.BaseServer
    if request.param == "socket":
        server, settings.VIRUS_SCANNER = socketserver.UnixStreamServer(here, _Clamd), here
    else:
        server = by_port = socketserver.TCPServer(("127.0.0.1", 0), _Clamd)
        settings.VIRUS_SCANNER = f"127.0.0.1:{by_port.server_address[1]}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield
    server.shutdown()
    server.server_close()


@pytest.mark.usefixtures("clamd")
def test_what_the_scanner_finds_is_not_kept_and_what_is_clean_is() -> None:
    long = b"Et referat. " * 20_000
    with pytest.raises(NotKept, match=FOUND):
        kept_file(long + BAD)
    with pytest.raises(NotAPhoto, match=FOUND):
        plain_photo(_picture() + BAD)

    assert kept_file(long).content == long
    assert plain_photo(_picture()).width == 8


def test_a_scanner_that_does_not_answer_lets_nothing_through(settings: Settings, tmp_path: Path) -> None:
    settings.VIRUS_SCANNER = str(tmp_path / "nobody")

    with pytest.raises(NotKept, match=SILENT):
        kept_file(b"Et referat.")


def _picture() -> bytes:
    drawn = BytesIO()
    Image.new("RGB", (8, 8)).save(drawn, "PNG")
    return drawn.getvalue()
