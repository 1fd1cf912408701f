"""The night deletes look-ups that are two years old."""

from django.db import migrations

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Open that to the worker's login alone."""

    dependencies = [
        ("concerns", "0014_read_in_emergency"),
        ("identity", "0011_what_authorities_call_users"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="lookup",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=730,
                logins=("rundbord_job",),
                moment="at",
                name="look_up_gone_by_night",
            ),
        ),
    ]
