"""Clients that dawdle, by a bad line or on purpose, hold up themselves and nobody else."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from bench.at_size.visiting import FOUND, Visitor, signed_in
from rundbord.operating.children import spawn, stop
from rundbord.operating.places import ROOT
from tests.small_world import SmallWorld

pytestmark = [pytest.mark.left_out, pytest.mark.hosts]

_DAWDLERS = 40
_SOON = 10.0
_BEGUN = b"POST /indberet/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2000\r\n\r\ntext="


@pytest.fixture
def proxy(world: SmallWorld, tmp_path: Path) -> Iterator[int]:
    """HAProxy with the settings of deploy/, before this one server and without a certificate; its port."""
    program = shutil.which("haproxy")
    assert program, "HAProxy mangler: apt-get install haproxy"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    settings = (ROOT / "deploy" / "haproxy.cfg").read_text("utf-8")
    settings = re.sub(r"bind .*", f"bind 127.0.0.1:{port}", settings, count=1)
    settings = re.sub(r"server app1 \S+", f"server app1 127.0.0.1:{world.port}", settings)
    settings = re.sub(r"\n *server app2 .*", "", settings).replace("rundbord.example.dk", "127.0.0.1")
    settings = settings.replace("http-request set-header X-Forwarded-Proto https", "")
    file = tmp_path / "haproxy.cfg"
    file.write_text(settings, "utf-8")
    running: subprocess.Popen[bytes] = spawn([program, "-db", "-f", file], {}, log=tmp_path / "haproxy.log")
    try:
        _wait_for(port)
        yield port
    finally:
        stop(running)


def test_many_who_dawdle_over_a_form_hold_nobody_up(world: SmallWorld, proxy: int) -> None:
    visitor = signed_in(world, "gade@gladsaxe")
    visitor.port = proxy
    with ExitStack() as open_lines:
        lines = [open_lines.enter_context(socket.create_connection(("127.0.0.1", proxy))) for _ in range(_DAWDLERS)]
        for line in lines:
            line.sendall(_BEGUN)
        time.sleep(1)
        began = time.monotonic()
        answers = [visitor.get("/").status for _ in range(5)]
        took = time.monotonic() - began
        for line in lines:
            line.sendall(b"x")

    assert answers == [FOUND] * 5
    # Straight at the two workers, the first page would have waited for a dawdler's minute.
    assert took < _SOON


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + _SOON
    while time.monotonic() < deadline:
        try:
            if Visitor(port=port).get("/helbred/").status == FOUND:
                return
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError("HAProxy lets nobody through")
