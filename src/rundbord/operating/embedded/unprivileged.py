"""The user that PostgreSQL runs as: it refuses to run as root, so root lends it a user with no rights."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rundbord.operating.embedded.linux import (
    Capability,
    die_with_parent,
    keep_capabilities_across_change_of_user,
    raise_ambient,
)

# The number that Linux keeps for nobody.
NOBODY = 65534


class NoUnprivilegedUser(Exception):
    """Root's checkout is closed to every other user, and the kernel lends no way in."""


@dataclass(frozen=True, kw_only=True)
class Runner:
    """How to start a program: as ourselves, or as nobody with at most one capability."""

    user: int | None = None
    capability: Capability | None = None

    def prepare(self, *, then_die_on: signal.Signals | None = None) -> Callable[[], None]:
        """What the child does between fork and exec."""

        def become() -> None:
            if self.user is not None:
                self._change_user(self.user)
            if then_die_on is not None:
                die_with_parent(then_die_on)

        return become

    def own(self, path: Path) -> None:
        """Give a path to the user that the program runs as."""
        if self.user is not None:
            os.chown(path, self.user, self.user)

    def _change_user(self, user: int) -> None:
        if self.capability is not None:
            keep_capabilities_across_change_of_user()
        os.setgroups([])
        os.setresgid(user, user, user)
        os.setresuid(user, user, user)
        if self.capability is not None:
            raise_ambient(self.capability)


def find_runner(initdb: Path, folder: Path) -> Runner:
    """The weakest way to run PostgreSQL's programs that still reaches them and the folder."""
    if os.geteuid() != 0:
        return Runner()
    for capability in (None, Capability.DAC_READ_SEARCH, Capability.DAC_OVERRIDE):
        runner = Runner(user=_owner_of_data_in(folder) or NOBODY, capability=capability)
        if _reaches(runner, initdb, folder):
            return runner
    raise NoUnprivilegedUser(
        f"PostgreSQL kører ikke som root, og andre brugere kan ikke nå {folder}. Læg mappen et sted, alle må passere"
        " (for eksempel /opt), eller kør Rundbord som almindelig bruger."
    )


def _owner_of_data_in(folder: Path) -> int:
    """Whoever made the data goes on running it, also when root starts what an ordinary user made."""
    data = folder / "data"
    return data.stat().st_uid if data.exists() else 0


def _reaches(runner: Runner, initdb: Path, folder: Path) -> bool:
    # Showing its settings, initdb looks for everything that a cluster needs and makes nothing.
    try:
        done = subprocess.run(
            ["/bin/sh", "-c", 'cd "$0" && exec "$1" --show --pgdata=.', folder, initdb],
            preexec_fn=runner.prepare(),
            capture_output=True,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
