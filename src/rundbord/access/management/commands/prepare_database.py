"""Bring the database to this version: migrations, the context key, grants on the job queue."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from rundbord.access.migrating import models_drawn_once
from rundbord.access.signed_context import KEY_ID, pads_of

# Whoever orders a job may add it and learn its number, and neither read, change nor remove what others have ordered;
# the sign-in step orders none. The worker does the rest. Taken back first, since earlier versions granted more.
_QUEUE_GRANTS = """
GRANT USAGE ON SCHEMA public TO rundbord_app, rundbord_job, rundbord_auth, rundbord_place;
REVOKE ALL ON procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers
    FROM rundbord_app, rundbord_job, rundbord_auth, rundbord_place;
REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM rundbord_app, rundbord_job, rundbord_auth, rundbord_place;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT SELECT (id), INSERT (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
    ON procrastinate_jobs TO rundbord_app, rundbord_place;
GRANT INSERT (job_id, type, at) ON procrastinate_events TO rundbord_app, rundbord_place;
GRANT USAGE ON SEQUENCE procrastinate_jobs_id_seq, procrastinate_events_id_seq TO rundbord_app, rundbord_place;
GRANT EXECUTE ON FUNCTION procrastinate_defer_jobs_v1 TO rundbord_app, rundbord_place;
GRANT SELECT, INSERT, UPDATE, DELETE ON
    procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers TO rundbord_job;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO rundbord_job;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO rundbord_job;
GRANT SELECT ON django_migrations TO rundbord_app, rundbord_job;
"""


class Command(BaseCommand):
    """Run as the deploying login; the application's own logins may not change tables."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        """Migrate, then install the key that the application signs its context with."""
        if "owner" not in settings.DATABASES:
            raise CommandError("DATABASE_URL_OWNER is missing: only the deploying login may prepare the database")
        with models_drawn_once():
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
