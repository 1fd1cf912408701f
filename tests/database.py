"""Databases for tests: a migrated template, a copy for each worker, one connection that changes its role."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def prepared_database(name: str) -> Iterator[str]:
    """Copy the migrated template under this name; drop the copy afterwards."""
    with _superuser("postgres") as postgres:
        postgres.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        template = _ensure_template(postgres)
        _drop(postgres, name)
        postgres.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(template))
        )
        _apply_roles(name)  # what a database as such grants is not copied with it
        postgres.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
    try:
        yield name
    finally:
        with _superuser("postgres") as postgres:
            _drop(postgres, name)


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
def _in_role(role: str) -> Iterator[None]:
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT current_user")
        row = cursor.fetchone()
        assert row is not None
        former = str(row[0])
        cursor.execute(f"SET ROLE {role}")
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


def _ensure_template(postgres: psycopg.Connection[tuple[object, ...]]) -> str:
    name = f"rundbord_template_{_fingerprint()}"
    if postgres.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        return name
    for (old,) in postgres.execute(
        "SELECT datname FROM pg_database WHERE datname LIKE 'rundbord_template_%%'"
    ).fetchall():
        _drop(postgres, str(old))  # of another version of the tables
    unfinished = f"{name}_new"
    _drop(postgres, unfinished)
    postgres.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(unfinished)))
    _migrate(unfinished)
    postgres.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(unfinished), sql.Identifier(name)))
    return name


def _migrate(name: str) -> None:
    _apply_roles(name)
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
    files += sorted(Path(ROOT / "src").glob("rundbord/*/sql.py")) + sorted(
        Path(ROOT / "src").glob("rundbord/**/row_policies.py")
    )
    files += [ROOT / "deploy" / "roles.sql", ROOT / "src/rundbord/access/management/commands/prepare_database.py"]
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
