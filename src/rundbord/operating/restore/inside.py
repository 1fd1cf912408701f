"""Runs the examinations that need the whole of Rundbord, in one process; prints a line of JSON about each."""

from __future__ import annotations

import io
import json
import shutil
import sys
import tempfile
from pathlib import Path

import django
from django.conf import settings
from django.core.management import CommandError, call_command, get_commands

LOG = "log"
# In the order in which they matter; those of parts that are not installed are left out.
COMMANDS = {"repeat_destructions": "Slettede nøgler", "verify_deletion": "Sletninger"}


def main(repeats: bool) -> None:
    """Examine the log, then repeat and verify what was destroyed, unless told that this cannot be done."""
    django.setup()
    _tell("Loggen", *_log())
    for name, says in COMMANDS.items():
        if repeats and name in get_commands():
            _tell(says, *_ran(name))


def _log() -> tuple[bool, str]:
    """The log as such first; then whether it is as long as the newest checkpoint that the store remembers."""
    passed, told = _ran("verify_log")
    if passed:
        return True, told
    store = Path(settings.KEY_STORE)
    with tempfile.TemporaryDirectory() as folder:
        settings.KEY_STORE = _forgetful(store, Path(folder))
        whole, said = _ran("verify_log")
        settings.KEY_STORE = store
    if not whole:
        return False, said
    return (
        True,
        f"Ubrudt til dette tidspunkt, men kortere end det, der siden er underskrevet; det melder vidnerne.\n{told}",
    )


def _forgetful(store: Path, folder: Path) -> Path:
    """The log's keys without the checkpoint that was signed last."""
    folder.chmod(0o700)
    if (store / LOG).is_dir():
        shutil.copytree(store / LOG, folder / LOG)
        (folder / LOG / "newest").unlink(missing_ok=True)
    return folder


def _ran(name: str) -> tuple[bool, str]:
    output = io.StringIO()
    try:
        call_command(name, stdout=output, stderr=output)
    except (CommandError, SystemExit) as ended:
        said = "" if isinstance(ended, SystemExit) else str(ended)
        return False, f"{output.getvalue()}{said}"
    return True, output.getvalue()


def _tell(says: str, passed: bool, told: str) -> None:
    print(json.dumps({"says": says, "passed": passed, "told": told}), flush=True)


if __name__ == "__main__":
    main(repeats=sys.argv[1:] == ["--repeat"])
