"""Looking into the log from a test."""

from __future__ import annotations

from django.db import connection, models

from rundbord.audit import Event
from tests.database import as_log_keeper


def logged(event: Event, *, about: models.Model) -> int:
    """Count the entries of an event about a row."""
    with as_log_keeper(), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit.event WHERE event = %s AND subject = %s", [event, str(about.pk)])
        row = cursor.fetchone()
    return int(row[0]) if row else 0


def entries_of(event: Event, *, user: models.Model) -> list[str]:
    """Give the moments of an event that a user caused."""
    with as_log_keeper(), connection.cursor() as cursor:
        cursor.execute("SELECT at::text FROM audit.event WHERE event = %s AND actor = %s ORDER BY at", [event, user.pk])
        return [str(row[0]) for row in cursor.fetchall()]


def all_words() -> str:
    """Give everything that stands in the log, to look for what must not."""
    with as_log_keeper(), connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(string_agg(convert_from(canonical, 'UTF8'), ' '), '') FROM audit.event")
        row = cursor.fetchone()
    return str(row[0]) if row else ""
