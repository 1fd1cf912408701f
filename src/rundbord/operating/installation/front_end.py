"""The front-end packages, from npm's lock file."""

from __future__ import annotations

import os

from rundbord.operating.installation.node import PACKAGED_NODE, npm
from rundbord.operating.installation.stamps import Stamp, digest_of, put_stamp, stamp_in
from rundbord.operating.places import NODE_MODULES, ROOT
from rundbord.operating.steps import run, step


def has_front_end_packages(*, complete: bool) -> bool:
    """Whether node_modules is in line with the lock file already."""
    present = stamp_in(NODE_MODULES)
    return present is not None and present.covers(_wanted(complete=complete))


def install_front_end_packages(*, complete: bool) -> None:
    """Bring node_modules in line with the lock file; with the browser and axe for the tests when `complete`."""
    if has_front_end_packages(complete=complete):
        return
    present = stamp_in(NODE_MODULES)
    wanted = _wanted(complete=complete or bool(present and present.complete))
    program = npm()
    with step("Front end-pakker"):
        omit = [] if wanted.complete else ["--omit=dev"]
        run([*program, "ci", "--ignore-scripts", "--no-audit", "--no-fund", *omit], environment=_environment())
    put_stamp(NODE_MODULES, wanted)


def _wanted(*, complete: bool) -> Stamp:
    return Stamp(digest=digest_of(files=[ROOT / "package.json", ROOT / "package-lock.json"]), complete=complete)


def _environment() -> dict[str, str]:
    # npm starts itself again by the name of node, which is not on the path when it came from the Python package.
    return {"PATH": f"{os.environ.get('PATH', '')}{os.pathsep}{PACKAGED_NODE.parent}"}
