"""Django's system checks that refuse an unsafe installation; run by `./rundbord serve` before anything is served."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import Error
from django.db import OperationalError, connections

from rundbord.config.safety import Installation, LoginRights, dangers_of_installation, dangers_of_login
from rundbord.keys.core.trouble import StoreUnusable
from rundbord.keys.current import current_store

# Roles that reach past the policies; a login that may become one of them holds their power.
POWERFUL = ("rundbord_owner", "rundbord_policy", "rundbord_audit", "rundbord_dump")

_RIGHTS = """
SELECT r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole,
    EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p')),
    ARRAY(SELECT p.rolname::text FROM pg_roles p
        WHERE p.rolname <> r.rolname AND pg_has_role(r.oid, p.oid, 'MEMBER')
            AND (p.rolname = ANY (%s) OR p.rolsuper OR p.rolbypassrls)),
    current_setting('server_version_num')::integer
FROM pg_roles r WHERE r.rolname = current_user
"""


def settings_are_safe(app_configs: Sequence[AppConfig] | None, **_options: Any) -> list[Error]:
    """Refuse settings that no installation may start with."""
    return [_refusal(danger, "E001") for danger in dangers_of_installation(_installation())]


def logins_are_safe(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **_options: Any
) -> list[Error]:
    """Refuse database logins that could see past the row policies, and servers that are too old."""
    return [error for alias in databases or () if alias != "owner" for error in _judge(alias)]


def _judge(alias: str) -> Iterator[Error]:
    try:
        with connections[alias].cursor() as cursor:
            rights = rights_of_login(cursor)
    except OperationalError as error:
        yield _refusal(f"databasen kan ikke nås ({alias}): {str(error).strip()}", "E002")
        return
    for danger in dangers_of_login(rights):
        yield _refusal(danger, "E002")


class Cursor(Protocol):
    """What is needed of a database cursor."""

    def execute(self, query: str, parameters: Sequence[Any], /) -> Any:
        """Send a statement."""

    def fetchone(self) -> Any:
        """Take the next row."""


def rights_of_login(cursor: Cursor) -> LoginRights:
    """Ask the server what the login behind the cursor may do."""
    cursor.execute(_RIGHTS, [list(POWERFUL)])
    row = cursor.fetchone()
    names = ("role", "is_superuser", "may_bypass_policies", "may_create_roles", "owns_tables")
    return LoginRights(**dict(zip(names, row[:5], strict=True)), may_become=tuple(row[5]), server_version=row[6])


def _installation() -> Installation:
    return Installation(
        mode=settings.MODE,
        debug=settings.DEBUG,
        secret_key=settings.SECRET_KEY,
        context_key=settings.CONTEXT_KEY,
        origin=settings.ORIGIN,
        static_is_collected=(Path(settings.STATIC_ROOT) / "staticfiles.json").exists(),
        holds_owner_login="owner" in settings.DATABASES,
        trouble_with_key_store=_trouble_with_key_store(),
        index_memory_kib=settings.INDEX_MEMORY_KIB,
        index_passes=settings.INDEX_PASSES,
    )


def _trouble_with_key_store() -> str:
    try:
        current_store()
    except StoreUnusable as trouble:
        return str(trouble)
    return ""


def _refusal(danger: str, number: str) -> Error:
    return Error(danger, id=f"rundbord.{number}")
