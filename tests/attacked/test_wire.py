"""What the server itself answers to messages that are none, and what it says of itself: no database is asked."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from rundbord.operating.application_server import command_line
from rundbord.operating.children import spawn, stop
from rundbord.operating.environments import without_database

HOST = b"Host: 127.0.0.1:8000\r\n"
BOTH = (
    b"POST /log-ind/ HTTP/1.1\r\n"
    + HOST
    + b"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n"
)


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The application server as it runs in production, with a database that leads nowhere."""
    folder = tmp_path_factory.mktemp("wire")
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(16)
        environment = {**without_database(), "RUNDBORD_STATIC": str(folder)}
        server = spawn(
            command_line(f"fd://{listener.fileno()}"), environment, log=folder / "log", descriptors=[listener.fileno()]
        )
        try:
            yield listener.getsockname()[1]
        finally:
            stop(server)


def _answer(port: int, message: bytes) -> bytes:
    """Send bytes and read until the server has said all and closes, or says nothing more."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
        line.sendall(message)
        line.settimeout(60)
        answer = b""
        try:
            while part := line.recv(65536):
                answer += part
        except TimeoutError:
            pass
        return answer


@pytest.mark.parametrize(
    "message",
    [
        BOTH,
        b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
        b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: +4\r\n\r\nabcd",
        b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + HOST + b"Bad Header: x\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + HOST + b"X: a\nSmuggled: b\r\n\r\n",
    ],
    ids=["both lengths", "two lengths", "signed length", "odd encoding", "odd name", "bare line break"],
)
def test_a_message_with_two_lengths_is_refused(port: int, message: bytes) -> None:
    answer = _answer(port, message)

    assert answer.split(b" ", 2)[1] in {b"400", b"501"}, answer[:200]
    assert answer.count(b"HTTP/1.1 ") == 1


def test_no_answer_names_a_version(port: int) -> None:
    answers = [
        _answer(port, b"GET / HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"),
        _answer(port, b"GET /static/none.css HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"),
        _answer(port, b"nonsense\r\n\r\n"),
    ]
    heads = [answer.split(b"\r\n\r\n")[0].lower() for answer in answers]

    assert all(heads)
    for head in heads:
        assert not [
            line
            for line in head.split(b"\r\n")
            if line.startswith(b"server:") and any(c in b"0123456789" for c in line)
        ]
        assert b"x-powered-by" not in head
        assert b"django" not in head
        assert b"python" not in head
