"""Where things lie in the checkout; standard library only, for it is read before anything is installed."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT / "src"
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCKS = ROOT / "requirements"
NODE_MODULES = ROOT / "node_modules"
# What the commands make for themselves: clusters, keys, caches, a browser. Deleting it costs the demo's data only.
STATE = ROOT / ".rundbord"
CACHE = STATE / "cache"


def state() -> Path:
    """The folder of everything the commands make, created so that only its owner may list it."""
    if not STATE.is_dir():
        STATE.mkdir()
        # Others may pass, for the embedded database runs as another user when root starts Rundbord; nobody may list.
        STATE.chmod(0o711)
    return STATE
