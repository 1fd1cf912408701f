"""A job carries identifiers and numbers, never words: the worker reads what it needs in the name that the job gives."""

from django.db import migrations

# An empty text, a UUID, a value of a vocabulary, a number; no list and no object.
IDENTIFIERS_ALONE = r"""
ALTER TABLE procrastinate_jobs ADD CONSTRAINT job_carries_identifiers_alone CHECK (
    NOT jsonb_path_exists(args, 'strict $.* ? (@.type() == "object" || @.type() == "array"
        || (@.type() == "string" && !(@ like_regex "^[0-9a-z_-]{0,40}$")))')
    AND coalesce(queueing_lock, '') ~ '^[0-9a-z_:.-]*$'
    AND coalesce(lock, '') ~ '^[0-9a-z_:.-]*$'
)
"""
WITHOUT = "ALTER TABLE procrastinate_jobs DROP CONSTRAINT job_carries_identifiers_alone"


class Migration(migrations.Migration):
    """Bind the queue's own table."""

    dependencies = [("notices", "0001_notices"), ("procrastinate", "0041_post_retry_failed_job")]
    operations = [migrations.RunSQL(IDENTIFIERS_ALONE, WITHOUT)]
