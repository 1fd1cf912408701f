"""Speaking to PostgreSQL as somebody: which login, and in whose name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.db import connections, transaction

from rundbord.access.actor import Actor
from rundbord.access.signed_context import signed_context

APP, AUTH, PLACE = "default", "auth", "place"

_login: ContextVar[str] = ContextVar("rundbord_login", default=APP)


class LoginRouter:
    """Sends every query through the database login that is in force (roles: deploy/roles.sql)."""

    def db_for_read(self, model: type[Any], **hints: Any) -> str:
        """Answer Django's question; the instance's own database is no reason to leave the login in force."""
        return _login.get()

    def db_for_write(self, model: type[Any], **hints: Any) -> str:
        """Answer as for reading."""
        return _login.get()

    def allow_relation(self, obj1: Any, obj2: Any, **hints: Any) -> bool:
        """Allow: all logins lead to the same database."""
        return True


def current_login() -> str:
    """Name the database alias in force, for raw cursors and transactions."""
    return _login.get()


@contextmanager
def speaking_as(login: str) -> Iterator[str]:
    """Use another database login inside the block."""
    before = _login.set(login)
    try:
        with database_role(login):
            yield login
    finally:
        _login.reset(before)


@contextmanager
def database_role(login: str) -> Iterator[None]:
    """Do nothing: each login is a connection of its own. Tests share one connection and change its role here."""
    yield


@contextmanager
def acting_for(actor: Actor) -> Iterator[None]:
    """Open one transaction in the actor's name; restore the former context on the way out."""
    with speaking_as(PLACE if actor.is_place else APP) as login, transaction.atomic(using=login):
        former = _set_context(login, signed_context(actor, key=settings.CONTEXT_KEY))
        yield
        # A released savepoint keeps the setting: put the former one back (architecture §9).
        _restore_context(login, former)


def _set_context(login: str, context: str) -> str:
    with connections[login].cursor() as cursor:
        cursor.execute(
            "WITH former AS MATERIALIZED (SELECT current_setting('app.ctx', true) AS value)"
            " SELECT former.value, set_config('app.ctx', %s, true) FROM former",
            [context],
        )
        row = cursor.fetchone()
    return (row[0] or "") if row else ""


def _restore_context(login: str, former: str) -> None:
    with connections[login].cursor() as cursor:
        cursor.execute("SELECT set_config('app.ctx', %s, true)", [former])
