"""The job queue: a job is deferred by the database login in force, in the transaction that asks for it."""

from __future__ import annotations

from typing import Any, LiteralString

import psycopg
from django.db import DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from procrastinate import App
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.exceptions import ConnectorException, UniqueViolation

from rundbord.access.session import current_login


class ConnectorOfLogin(DjangoConnector):
    """Writes jobs through the same connection as the rows they are about, so that both commit or neither."""

    @property
    def connection(self) -> BaseDatabaseWrapper:
        """Follow the login that `acting_for` chose."""
        return connections[current_login()]

    def execute_query_all(self, query: LiteralString, **arguments: Any) -> list[dict[str, Any]]:
        """Order jobs; of one that waits already only the constraint is known.

        The database tells no values to a login that may not read them, and procrastinate's own connector asks for one.
        """
        try:
            with self.connection.cursor() as cursor:
                cursor.execute(query, self._wrap_json(arguments))
                return list(self._dictfetch(cursor))
        except DatabaseError as failure:
            cause = failure.__cause__
            if isinstance(cause, psycopg.errors.UniqueViolation):
                name = cause.diag.constraint_name or ""
                raise UniqueViolation(constraint_name=name, queueing_lock=None) from failure
            raise ConnectorException from failure


def defer_by_the_login_in_force(app: App) -> None:
    """Give the queue its connector, as soon as Django is ready."""
    app.connector = ConnectorOfLogin()
    app.job_manager.connector = app.connector
