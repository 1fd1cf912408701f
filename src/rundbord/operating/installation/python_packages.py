"""The virtual environment, made from the hashed lock files."""

from __future__ import annotations

import importlib.util
import os
import platform
import re
import shutil
import sys
import sysconfig
from pathlib import Path

from rundbord.operating.installation.stamps import Stamp, digest_of, put_stamp, remove_stamp, stamp_in
from rundbord.operating.places import LOCKS, PYTHON, ROOT, SOURCE, STATE, VENV
from rundbord.operating.steps import StepFailed, run, step

UV = VENV / "bin" / "uv"


def has_python_packages(*, complete: bool) -> bool:
    """Whether the virtual environment is in line with the lock files already."""
    present = stamp_in(VENV)
    return present is not None and present.covers(_wanted(complete=complete))


def install_python_packages(*, complete: bool) -> None:
    """Bring the virtual environment in line with the lock file; with the development tools when `complete`."""
    if has_python_packages(complete=complete):
        return
    present = stamp_in(VENV)
    # Once the tools are in, they stay in: demo and test in turn must not install and remove them.
    wanted = _wanted(complete=complete or bool(present and present.complete))
    remove_stamp(VENV)
    _ensure_venv()
    with step("Python-pakker"):
        _synchronise(LOCKS / ("all.txt" if wanted.complete else "run.txt"))
    put_stamp(VENV, wanted)


def _wanted(*, complete: bool) -> Stamp:
    # The place is a part: scripts in a virtual environment hold its absolute path.
    facts = (platform.python_version(), sys.implementation.name, platform.machine(), str(ROOT))
    return Stamp(digest=digest_of(*facts, files=[LOCKS / "run.txt", LOCKS / "all.txt"]), complete=complete)


def _ensure_venv() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        raise StepFailed(
            f"{sys.executable} kan ikke lave et virtuelt miljø: modulet ensurepip mangler.\n"
            "På Debian og Ubuntu: sudo apt install python3-venv"
        )
    if not _is_ours():
        shutil.rmtree(VENV, ignore_errors=True)
        with step("Virtuelt miljø"):
            run([sys.executable, "-m", "venv", VENV])
    _site_packages().joinpath("rundbord.pth").write_text(f"{SOURCE}\n")


def _is_ours() -> bool:
    """Whether the virtual environment was made here and with this Python."""
    pip = VENV / "bin" / "pip"
    return PYTHON.exists() and _site_packages().is_dir() and pip.exists() and str(VENV) in pip.read_text()[:300]


def _site_packages() -> Path:
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)}))


def _synchronise(lock: Path) -> None:
    try:
        _synchronise_with_uv(lock)
    except StepFailed:
        # Slower, but reads the machine's own pip settings and runs wherever Python does.
        run([PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", lock])


def _synchronise_with_uv(lock: Path) -> None:
    if not UV.exists():
        run([PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", _lock_of_uv()])
    # Without configuration: the cool-down is a matter of locking, and asks the registry for dates that mirrors lack.
    arguments: list[str | Path] = [
        UV,
        "pip",
        "sync",
        "--no-config",
        "--quiet",
        "--python",
        PYTHON,
        "--require-hashes",
        lock,
    ]
    run(arguments, environment={"UV_PYTHON_DOWNLOADS": "never", **_registry()})


def _lock_of_uv() -> Path:
    """The lines of the lock that pin uv, as a lock file of its own."""
    pinned = re.search(r"^uv==(?:.*\\\n)+.*\n", (LOCKS / "all.txt").read_text(), re.MULTILINE)
    if not pinned:
        raise StepFailed("requirements/all.txt låser ikke uv")
    file = STATE / "uv.txt"
    file.write_text(pinned.group())
    return file


def _registry() -> dict[str, str]:
    """A registry set for pip in the environment counts for uv as well."""
    index = os.environ.get("PIP_INDEX_URL")
    return {"UV_DEFAULT_INDEX": index} if index and "UV_DEFAULT_INDEX" not in os.environ else {}
