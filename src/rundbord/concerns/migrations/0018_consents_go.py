"""The night deletes the bare proof of a consent."""

from django.db import migrations

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Open that to the worker's login alone."""

    dependencies = [
        ("concerns", "0017_attachments_that_a_breach_is_about"),
        ("identity", "0013_users_and_sessions_go"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="consent",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="coalesce(withdrawn_on, valid_until)",
                name="consent_gone_by_night",
            ),
        ),
    ]
