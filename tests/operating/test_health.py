"""The health check of a container: it asks in the server's public name, and its answer is an exit code."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from rundbord.operating.health import HEALTH, main, public_host

PUBLIC = {"RUNDBORD_ORIGIN": "https://rundbord.example.dk"}


class _Picky(BaseHTTPRequestHandler):
    """Answers as Django does behind https: to its public name alone."""

    def do_GET(self) -> None:
        """Say 200 to the right host at the right address."""
        is_right = self.headers["Host"] == "rundbord.example.dk" and self.path == HEALTH
        self.send_response(200 if is_right else 400)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    """A server on a port of its own."""
    with HTTPServer(("127.0.0.1", 0), _Picky) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def test_a_server_that_answers_to_its_public_name_is_well(port: int) -> None:
    assert main([str(port)], PUBLIC) == 0


def test_a_server_asked_by_another_name_is_not_well_and_says_what_it_answered(
    port: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(port)], {}) == 1
    assert "400" in capsys.readouterr().err


def test_a_server_that_is_not_there_is_not_well(port: int) -> None:
    assert main(["1"], PUBLIC) == 1


@pytest.mark.parametrize(
    ("origin", "host"),
    [("https://rundbord.example.dk", "rundbord.example.dk"), ("http://localhost:8000", "localhost"), ("", "127.0.0.1")],
)
def test_the_public_name_is_the_origins(origin: str, host: str) -> None:
    assert public_host(origin) == host
