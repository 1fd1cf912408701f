"""The night deletes old orders and their confirmations."""

from django.db import migrations

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Open that to the worker's login alone."""

    dependencies = [
        ("foureyes", "0002_own_orders"),
        ("identity", "0013_users_and_sessions_go"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="confirmation",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=730,
                logins=("rundbord_job",),
                moment="at",
                name="confirmation_gone_by_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=730,
                logins=("rundbord_job",),
                moment="ordered_at",
                name="order_gone_by_night",
            ),
        ),
    ]
