"""The night deletes old exports; their bytes are long gone."""

from django.db import migrations

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Open that to the worker's login alone."""

    dependencies = [
        ("departure", "0001_exports"),
        ("identity", "0013_users_and_sessions_go"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="export",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=730,
                logins=("rundbord_job",),
                moment="ordered_at",
                name="export_gone_by_night",
            ),
        ),
    ]
