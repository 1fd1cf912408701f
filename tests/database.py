"""Databases for tests: a migrated template, a copy for each worker, one connection that changes its role."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from psycopg import sql
from psycopg.pq import TransactionStatus

from rundbord.config.environment import ROOT, Login

ALIASES = ["default", "auth", "place"]
_ROLE_OF = {"default": "rundbord_app", "auth": "rundbord_auth", "place": "rundbord_place"}
_LOCK = 815_001


@dataclass(frozen=True, kw_only=True)
class Template:
    """A database to copy from, made once for all workers, and made anew when its version is another."""

    kind: str
    version: str
    make: Callable[[str], None]

    @property
    def name(self) -> str:
        """Its name in the cluster."""
        return f"{self.kind}_{self.version}"


@contextmanager
def prepared_database(name: str, *, filled: Template | None = None) -> Iterator[str]:
    """Copy the migrated template, or one that was filled after it, under this name; drop the copy afterwards."""
    with _superuser("postgres") as postgres, one_at_a_time(_LOCK):
        template = _ensure(postgres, _migrated(), base="template1")
        if filled:
            template = _ensure(postgres, filled, base=template)
        _copy(postgres, template, name)
    try:
        yield name
    finally:
        with _superuser("postgres") as postgres:
            _drop(postgres, name)


@contextmanager
def one_at_a_time(number: int) -> Iterator[None]:
    """Let one worker of this cluster do something while the others wait."""
    with _superuser("postgres") as postgres:
        postgres.execute("SELECT pg_advisory_lock(%s)", [number])
        yield


def share_one_connection(name: str) -> None:
    """Let every alias be one connection to this database, in the application's role until told otherwise."""
    default = connections["default"]
    login = _superuser_login()
    default.close()
    default.settings_dict.update(NAME=name, USER=login.user, PASSWORD=login.password, HOST=login.host, PORT=login.port)
    default.settings_dict["OPTIONS"] = {**default.settings_dict["OPTIONS"], "assume_role": "rundbord_app"}
    for alias in ALIASES[1:]:
        connections[alias] = default


@contextmanager
def taking_role(login: str) -> Iterator[None]:
    """Take the role of a login for the length of the block."""
    with _in_role(_ROLE_OF[login]):
        yield


@contextmanager
def as_owner() -> Iterator[None]:
    """See and write every row, to build a situation or to look at what is left of one."""
    with _in_role("rundbord_owner"):
        yield


@contextmanager
def as_log_keeper() -> Iterator[None]:
    """See every log entry, whoever wrote it."""
    with _in_role("rundbord_audit"):
        yield


@contextmanager
def as_worker() -> Iterator[None]:
    """Do what the worker's own login may, the application's may not."""
    with _in_role("rundbord_job"):
        yield


@contextmanager
def as_superuser() -> Iterator[None]:
    """Do what nothing in the database stops: whoever runs it, with triggers switched off."""
    with _in_role(_superuser_login().user), connections["default"].cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        yield
        cursor.execute("SET session_replication_role = origin")


@contextmanager
def _in_role(role: str) -> Iterator[None]:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT current_user")
        row = cursor.fetchone()
        assert row is not None
        former = str(row[0])
        if former != role:
            cursor.execute(f"SET ROLE {role}")
    if former == role:
        yield  # taken already, so that there is nothing to give back
        return
    try:
        yield
    finally:
        # A failed transaction takes no command; its rollback restores the role.
        if connections["default"].connection.info.transaction_status != TransactionStatus.INERROR:
            with connections["default"].cursor() as cursor:
                cursor.execute(f"SET ROLE {former}")


def _superuser_login() -> Login:
    return Login.from_url(os.environ["RUNDBORD_CLUSTER_URL"])


def _superuser(database: str) -> psycopg.Connection[tuple[object, ...]]:
    login = _superuser_login()
    return psycopg.connect(
        host=login.host,
        port=login.port or None,
        user=login.user,
        password=login.password,
        dbname=database,
        autocommit=True,
    )


def _migrated() -> Template:
    return Template(kind="rundbord_template", version=_fingerprint(), make=_migrate)


def _ensure(postgres: psycopg.Connection[tuple[object, ...]], template: Template, *, base: str) -> str:
    if postgres.execute("SELECT 1 FROM pg_database WHERE datname = %s", [template.name]).fetchone():
        return template.name
    others = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
    for (old,) in postgres.execute(others, [f"{template.kind}_"]).fetchall():
        _drop(postgres, str(old))
    unfinished = f"{template.name}_new"
    _copy(postgres, base, unfinished)
    template.make(unfinished)
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    postgres.execute(rename.format(sql.Identifier(unfinished), sql.Identifier(template.name)))
    return template.name


def _copy(postgres: psycopg.Connection[tuple[object, ...]], template: str, name: str) -> None:
    _drop(postgres, name)
    create = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
    postgres.execute(create.format(sql.Identifier(name), sql.Identifier(template)))
    _apply_roles(name)  # what a database as such grants is not copied with it


def _migrate(name: str) -> None:
    login = _superuser_login()
    owner = {
        **settings.DATABASES["default"],
        "NAME": name,
        "USER": login.user,
        "PASSWORD": login.password,
        "HOST": login.host,
        "PORT": login.port,
        "OPTIONS": {"assume_role": "rundbord_owner"},
    }
    settings.DATABASES["owner"] = owner
    connections.settings["owner"] = {**connections.settings["default"], **owner}
    call_command("prepare_database", verbosity=0)
    connections["owner"].close()


def _apply_roles(name: str) -> None:
    with _superuser(name) as connection:
        connection.execute((ROOT / "deploy" / "roles.sql").read_bytes())


def _fingerprint() -> str:
    files = sorted(Path(ROOT / "src").glob("rundbord/*/migrations/*.py"))
    files += sorted(Path(ROOT / "src").glob("rundbord/*/*sql.py"))
    files += sorted(Path(ROOT / "src").glob("rundbord/**/*_policies.py"))
    access = ROOT / "src/rundbord/access"
    files += [
        ROOT / "deploy" / "roles.sql",
        access / "migrating.py",
        access / "management/commands/prepare_database.py",
    ]
    digest = hashlib.sha256(settings.CONTEXT_KEY.encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _drop(postgres: psycopg.Connection[tuple[object, ...]], name: str) -> None:
    postgres.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@contextmanager
def logged_in(role: str) -> Iterator[psycopg.Cursor[tuple[object, ...]]]:
    """A connection that logged in as the role itself, with its own password, to this worker's database."""
    variable = {
        "rundbord_app": "DATABASE_URL",
        "rundbord_auth": "DATABASE_URL_AUTH",
        "rundbord_place": "DATABASE_URL_PLACE",
    }
    login = Login.from_url(os.environ[variable[role]])
    with psycopg.connect(
        host=login.host,
        port=login.port or None,
        user=login.user,
        password=login.password,
        dbname=connections["default"].settings_dict["NAME"],
    ) as connection:
        yield connection.cursor()
