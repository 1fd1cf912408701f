"""Bring the database to this version: migrations, the context key, grants on the job queue."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from rundbord.access.signed_context import KEY_ID, pads_of

_QUEUE_GRANTS = """
GRANT USAGE ON SCHEMA public TO rundbord_app, rundbord_job, rundbord_auth, rundbord_place;
GRANT SELECT, INSERT, UPDATE, DELETE ON
    procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers
    TO rundbord_app, rundbord_job;
GRANT INSERT, SELECT ON procrastinate_jobs, procrastinate_events TO rundbord_auth, rundbord_place;
GRANT SELECT ON django_migrations TO rundbord_app, rundbord_job;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO rundbord_app, rundbord_job, rundbord_auth, rundbord_place;
"""


class Command(BaseCommand):
    """Run as the deploying login; the application's own logins may not change tables."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, then install the key that the application signs its context with."""
        if "owner" not in settings.DATABASES:
            raise CommandError("DATABASE_URL_OWNER is missing: only the deploying login may prepare the database")
        call_command("migrate", database="owner", interactive=False, verbosity=options["verbosity"])
        install_context_key(settings.CONTEXT_KEY, alias="owner")
        with connections["owner"].cursor() as cursor:
            cursor.execute(_QUEUE_GRANTS)


def install_context_key(key: str, *, alias: str) -> None:
    """Store the two pads of the key where only the policy role reads them."""
    inner, outer = pads_of(key)
    with connections[alias].cursor() as cursor:
        cursor.execute("SET ROLE rundbord_policy")
        try:
            cursor.execute(
                "INSERT INTO ctx.key (id, inner_pad, outer_pad, not_after) VALUES (%s, %s, %s, 'infinity')"
                " ON CONFLICT (id) DO UPDATE SET inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad",
                [KEY_ID, inner, outer],
            )
        finally:
            cursor.execute("SET ROLE rundbord_owner")
