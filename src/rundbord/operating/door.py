"""The commands behind `./rundbord`, and what each needs installed; standard library only."""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rundbord.operating.installation.front_end import has_front_end_packages, install_front_end_packages
from rundbord.operating.installation.python_packages import has_python_packages, install_python_packages
from rundbord.operating.places import PYTHON, ROOT, STATE, state
from rundbord.operating.steps import StepFailed


@dataclass(frozen=True, kw_only=True)
class Command:
    """One word after `./rundbord`."""

    name: str
    takes: str = ""
    says: str
    module: str
    needs_tools: bool = False
    needs_front_end: bool = True
    writes: bool = True


COMMANDS = (
    Command(
        name="demo",
        takes="[--fresh] [--port N] [--reports MAPPE]",
        says="Sæt det hele op med et opdigtet partnerskab, og vis det i browseren",
        module="rundbord.operating.demo",
    ),
    Command(
        name="test",
        takes="[--quick] [--thorough] [pytest …]",
        says="Kør alle tests, også dem i browseren (--quick: uden browser; --thorough: lækageprøver i mange verdener)",
        module="rundbord.operating.testing",
        needs_tools=True,
    ),
    Command(
        name="check",
        says="Efterse format, stil, typer, import, skabeloner, migreringer og indstillinger",
        module="rundbord.operating.checking",
        needs_tools=True,
    ),
    Command(
        name="fix",
        takes="[--lock]",
        says="Ret format og det, der kan rettes af sig selv (--lock: lås pakkerne på ny)",
        module="rundbord.operating.fixing",
        needs_tools=True,
        needs_front_end=False,
    ),
    Command(
        name="serve",
        takes="[--bind ADRESSE]",
        says="Kør i drift; alt læses fra miljøvariabler (se .env.example)",
        module="rundbord.operating.serving",
        writes=False,
    ),
    Command(
        name="bench",
        takes="[NAVN …] [--list]",
        says="Mål sidernes hastighed med ti års historie, eller en anden måling (--list viser dem)",
        module="rundbord.operating.bench",
        needs_tools=True,
    ),
    Command(
        name="manage",
        takes="KOMMANDO …",
        says="Djangos egne kommandoer, på demoens database når DATABASE_URL ikke er sat",
        module="rundbord.operating.managing",
        writes=False,
    ),
    Command(
        name="sbom",
        says="Skriv listen over alle programbiblioteker (CycloneDX 1.6)",
        module="rundbord.operating.sbom",
        needs_front_end=False,
        writes=False,
    ),
    Command(
        name="audit",
        says="Spørg, om pakkerne har kendte svagheder (RUNDBORD_AUDIT_DEMANDED=1: uden svar er det en fejl)",
        module="rundbord.operating.auditing",
        needs_tools=True,
    ),
    Command(
        name="verify-log",
        takes="[--kept FIL] [--keys FIL]",
        says="Efterprøv, at ingen har slettet, ændret eller flyttet linjer i loggen",
        module="rundbord.operating.verifying",
        needs_front_end=False,
        writes=False,
    ),
    Command(
        name="backup",
        takes="[--full] [--logical] [--follow] [--status] [--new-identity FIL]",
        says="Tag en forseglet sikkerhedskopi af databasen, eller se hvor gammel den nyeste er",
        module="rundbord.operating.backup.command",
        needs_front_end=False,
        writes=False,
    ),
    Command(
        name="restore",
        takes="MAPPE --identity FIL --into MAPPE [--until TID] [--logical]",
        says="Gendan databasen fra en sikkerhedskopi til et tomt sted, og efterprøv den",
        module="rundbord.operating.restore.command",
        needs_front_end=False,
        writes=False,
    ),
    Command(
        name="read-report",
        takes="FIL [--published DATO] [--district NAVN] [--json]",
        says="Vis, hvad der læses ud af en døgnrapport",
        module="rundbord.reading.command",
        needs_front_end=False,
        writes=False,
    ),
)


def main(arguments: list[str]) -> int:
    """Find the command, install what it needs and become it."""
    name, *rest = arguments or ["help"]
    command = next((command for command in COMMANDS if command.name == name), None)
    if command is None:
        return _list_commands(unknown="" if name in {"help", "--help", "-h"} else name)
    try:
        _install_for(command)
        if command.writes:
            _refuse_folder_of_another_user()
    except StepFailed as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    sys.stdout.flush()
    # Danish letters on every terminal, whatever its locale says.
    os.environ.setdefault("PYTHONUTF8", "1")
    os.execv(PYTHON, [str(PYTHON), "-m", command.module, *rest])  # noqa: S606 - our own Python, no shell


def _install_for(command: Command) -> None:
    # Asked first without the lock: in production the checkout belongs to another user and nothing may be written.
    if _is_installed_for(command):
        return
    _refuse_folder_of_another_user()
    with _alone():
        install_python_packages(complete=command.needs_tools)
        if command.needs_front_end:
            install_front_end_packages(complete=command.needs_tools)


def _refuse_folder_of_another_user() -> None:
    folder = STATE if STATE.is_dir() else ROOT
    if not os.access(folder, os.W_OK):
        raise StepFailed(f"{folder} tilhører en anden bruger. Kør som den bruger, eller lav din egen kopi.")


def _is_installed_for(command: Command) -> bool:
    complete = command.needs_tools
    return has_python_packages(complete=complete) and (
        not command.needs_front_end or has_front_end_packages(complete=complete)
    )


@contextmanager
def _alone() -> Iterator[None]:
    """One installation at a time in one checkout; the lock goes when the process does."""
    with (state() / "installation.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _list_commands(*, unknown: str) -> int:
    if unknown:
        print(f"Ukendt kommando: {unknown}\n", file=sys.stderr)
    print(f"Rundbord i {ROOT}\n")
    for command in COMMANDS:
        print(f"  ./rundbord {command.name} {command.takes}".rstrip())
        print(f"      {command.says}")
    return 2 if unknown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
