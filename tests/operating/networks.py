"""Hosts of their own on one machine: each a network namespace with one address, all on one switch."""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

NEW_NETWORK = 0x40000000
NET = "10.231.7"
REFUSED = (
    "Prøven med flere værter kræver egne netværk, og denne bruger må ikke lave dem (ip netns add, som root)."
    " Den springes ikke over: kør den som root, eller lad være med at regne den for bestået."
)


class NoNetworks(Exception):
    """This user may make no namespaces; the test must fail, never skip."""


@dataclass(frozen=True, kw_only=True)
class Host:
    """One namespace."""

    name: str
    address: str
    switch: str

    def start(
        self,
        arguments: Sequence[str | Path],
        environment: Mapping[str, str],
        log: Path,
        *,
        then: Callable[[], None] = lambda: None,
    ) -> subprocess.Popen[bytes]:
        """Start a program on this host, in a session of its own."""
        with log.open("ab") as output:
            return subprocess.Popen(
                arguments,
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
                preexec_fn=lambda: self._enter(then),  # noqa: PLW1509 - no other thread runs
            )

    def unplug(self) -> None:
        """Take the cable out."""
        _ip("-n", self.switch, "link", "set", f"v-{self.name[-6:]}", "down")

    def plug(self) -> None:
        """Put it in again."""
        _ip("-n", self.switch, "link", "set", f"v-{self.name[-6:]}", "up")

    def _enter(self, then: Callable[[], None]) -> None:
        descriptor = os.open(f"/run/netns/{self.name}", os.O_RDONLY)
        if ctypes.CDLL(None, use_errno=True).setns(descriptor, NEW_NETWORK):
            raise OSError(ctypes.get_errno(), "setns was refused")
        os.close(descriptor)
        then()


@contextmanager
def hosts(*names: str) -> Iterator[dict[str, Host]]:
    """So many hosts on one switch; gone afterwards with their addresses."""
    prefix = f"rb{os.getpid()}"
    switch = f"{prefix}-switch"
    made: list[str] = []
    try:
        for name in (switch, *(f"{prefix}-{name}" for name in names)):
            _ip("netns", "add", name)
            made.append(name)
        _ip("-n", switch, "link", "add", "br0", "type", "bridge")
        _ip("-n", switch, "link", "set", "br0", "up")
        yield {
            name: _plugged_in(f"{prefix}-{name}", f"{NET}.{10 + number}", switch) for number, name in enumerate(names)
        }
    finally:
        for name in made:
            subprocess.run(["ip", "netns", "del", name], check=False)


def _plugged_in(name: str, address: str, switch: str) -> Host:
    cable = f"v-{name[-6:]}"
    _ip("-n", switch, "link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", name)
    _ip("-n", switch, "link", "set", cable, "master", "br0", "up")
    _ip("-n", name, "addr", "add", f"{address}/24", "dev", "eth0")
    _ip("-n", name, "link", "set", "eth0", "up")
    _ip("-n", name, "link", "set", "lo", "up")
    return Host(name=name, address=address, switch=switch)


def _ip(*arguments: str) -> None:
    try:
        done = subprocess.run(["ip", *arguments], capture_output=True, text=True, check=False)
    except OSError as error:
        raise NoNetworks(f"{REFUSED} (ip: {error.strerror})") from error
    if done.returncode:
        raise NoNetworks(f"{REFUSED} (ip {' '.join(arguments)}: {done.stderr.strip()})")
