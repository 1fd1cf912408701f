"""What a restored database must pass before anybody serves from it; each examination says in one line how it went."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from psycopg import sql

from rundbord.config.checks import rights_of_login
from rundbord.config.safety import dangers_of_login
from rundbord.operating.embedded.cluster import DATABASE, SUPERUSER, Cluster
from rundbord.operating.embedded.passwords import generated
from rundbord.operating.environments import KEYS, LOGINS
from rundbord.operating.places import PYTHON, ROOT, SOURCE
from rundbord.operating.restore import inside

COUNTED = {
    "identity_authority": "myndigheder",
    "identity_user": "brugere",
    "concerns_youngperson": "unge",
}


@dataclass(frozen=True, kw_only=True)
class Examined:
    """How one examination went; `passed` is None where it could not be made."""

    says: str
    passed: bool | None


def examine(cluster: Cluster, key_store: Path | None) -> Iterator[Examined]:
    """Roles, rows, the log, destroyed keys and deletions, in the order in which they matter."""
    yield from _roles(cluster)
    yield _rows(cluster)
    if key_store is None:
        yield Examined(
            says="Log, nøgler og sletninger er IKKE efterprøvet: nøglelageret er ikke nævnt (--key-store)", passed=None
        )
        return
    repeats = "RUNDBORD_CONTEXT_KEY" in os.environ
    yield from _inside(_environment(cluster, key_store), repeats=repeats)
    if not repeats:
        yield Examined(says="Sletninger er IKKE gentaget: RUNDBORD_CONTEXT_KEY er ikke sat", passed=None)


def _roles(cluster: Cluster) -> Iterator[Examined]:
    for role in LOGINS.values():
        with cluster.connect(role, DATABASE) as connection:
            dangers = list(dangers_of_login(rights_of_login(connection.cursor())))
        if dangers:
            yield Examined(says=f"Roller: {'; '.join(dangers)}", passed=False)
            return
    yield Examined(says="Roller: ingen kan gå uden om rækkepolitikkerne", passed=True)


def _rows(cluster: Cluster) -> Examined:
    with cluster.connect(SUPERUSER, DATABASE) as connection:
        found = connection.execute(
            "SELECT schemaname, relname FROM pg_stat_user_tables ORDER BY schemaname, relname"
        ).fetchall()
        counts = {}
        for schema, table in found:
            query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(str(schema), str(table)))
            row = connection.execute(query).fetchone()
            counts[f"{schema}.{table}"] = int(str(row[0])) if row else 0
    named = [f"{counts[f'public.{table}']} {word}" for table, word in COUNTED.items() if f"public.{table}" in counts]
    lines = counts.get("audit.event", 0)
    told = ", ".join([*named, f"{lines} loglinjer", f"{sum(counts.values())} rækker i {len(counts)} tabeller"])
    return Examined(says=f"Rækker: alle tabeller kan læses til ende ({told})", passed=bool(counts))


def _inside(environment: dict[str, str], *, repeats: bool) -> Iterator[Examined]:
    done = subprocess.run(
        [PYTHON, "-m", inside.__name__, *(["--repeat"] if repeats else [])],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    for line in done.stdout.splitlines():
        told = json.loads(line)
        yield Examined(says=f"{told['says']}:\n{_indented(told['told'])}", passed=told["passed"])
    if done.returncode:
        yield Examined(says=f"Efterprøvningen gik i stå:\n{_indented(done.stderr)}", passed=False)


def _indented(text: str) -> str:
    return "\n".join(f"      {line}" for line in text.strip().splitlines()[-12:])


def _environment(cluster: Cluster, key_store: Path) -> dict[str, str]:
    keys = generated(cluster.home / "keys.json", KEYS)
    return {
        "RUNDBORD_MODE": "production",
        "RUNDBORD_ORIGIN": "http://127.0.0.1:8000",
        **keys,
        **os.environ,
        **{name: cluster.url_of(role) for name, role in LOGINS.items()},
        "DATABASE_URL_OWNER": cluster.url_of("rundbord_deploy"),
        "RUNDBORD_KEY_STORE": str(key_store),
        "DJANGO_SETTINGS_MODULE": "rundbord.config.settings",
        "PYTHONPATH": str(SOURCE),
        "PYTHONUTF8": "1",
    }
