"""Programs that we start: they end when we do, however we end."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from rundbord.operating.embedded.linux import die_with_parent
from rundbord.operating.places import ROOT

GRACE_SECONDS = 30


class Terminated(SystemExit):
    """We were asked to stop; raised where we stand, so that everything started is stopped on the way out."""


def stop_on_terminate() -> None:
    """Turn SIGTERM and a closed terminal into an ordinary way out."""

    def leave(number: int, _frame: object) -> None:
        raise Terminated(128 + number)

    for sign in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, leave)


def spawn(
    arguments: Sequence[str | Path],
    environment: Mapping[str, str],
    *,
    log: Path | None = None,
    descriptors: Sequence[int] = (),
    own_session: bool = True,
    die_on: signal.Signals = signal.SIGTERM,
) -> subprocess.Popen[bytes]:
    """Start a program; with a session of its own, Ctrl-C reaches us alone and we stop it in our own order.

    `die_on` is what the kernel sends it when we are killed and can stop nothing any more.
    """
    with ExitStack() as opened:
        output = opened.enter_context(log.open("ab")) if log else None
        return subprocess.Popen(
            arguments,
            cwd=ROOT,
            env=dict(environment),
            stdout=output,
            stderr=output,
            pass_fds=descriptors,
            start_new_session=own_session,
            preexec_fn=lambda: die_with_parent(die_on),  # noqa: PLW1509 - we start no threads
        )


def run_in_foreground(arguments: Sequence[str | Path], environment: Mapping[str, str]) -> int:
    """Run a program to its end; Ctrl-C is its to answer, and we wait until it has."""
    child = spawn(arguments, environment, own_session=False)
    try:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:
                continue
    finally:
        stop(child)


def first_to_end(children: Mapping[str, subprocess.Popen[bytes]]) -> str:
    """Wait until one of the programs has ended, and say which."""
    while True:
        for name, child in children.items():
            if child.poll() is not None:
                return name
        time.sleep(0.3)


def stop(child: subprocess.Popen[bytes]) -> None:
    """Stop a program in good order; at once when it does not heed."""
    if child.poll() is not None:
        return
    child.terminate()
    try:
        child.wait(GRACE_SECONDS)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
