"""The night deletes training of those who are no longer on the streets."""

from django.db import migrations

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Open that to the worker's login alone."""

    dependencies = [
        ("identity", "0013_users_and_sessions_go"),
        ("programmes", "0001_courses_and_training"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="training",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=183,
                logins=("rundbord_job",),
                moment="ended_at",
                name="training_gone_by_night",
            ),
        ),
    ]
