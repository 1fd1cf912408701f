"""The job queue: a job is deferred by the database login in force, in the transaction that asks for it."""

from __future__ import annotations

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from procrastinate import App
from procrastinate.contrib.django.django_connector import DjangoConnector

from rundbord.access.session import current_login


class ConnectorOfLogin(DjangoConnector):
    """Writes jobs through the same connection as the rows they are about, so that both commit or neither."""

    @property
    def connection(self) -> BaseDatabaseWrapper:
        """Follow the login that `acting_for` chose."""
        return connections[current_login()]


def defer_by_the_login_in_force(app: App) -> None:
    """Give the queue its connector, as soon as Django is ready."""
    app.connector = ConnectorOfLogin()
    app.job_manager.connector = app.connector
