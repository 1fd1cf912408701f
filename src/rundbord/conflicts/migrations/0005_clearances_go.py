"""The night deletes old clearances."""

from django.db import migrations

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Open that to the worker's login alone."""

    dependencies = [
        ("conflicts", "0004_reminders_of_steps_follow"),
        ("identity", "0013_users_and_sessions_go"),
        ("partnership", "0010_parties_by_two"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="clearance",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=1825,
                logins=("rundbord_job",),
                moment="expires_at",
                name="clearance_gone_by_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="clearancerequest",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=1825,
                logins=("rundbord_job",),
                moment="at",
                name="clearance_request_gone_by_night",
            ),
        ),
    ]
