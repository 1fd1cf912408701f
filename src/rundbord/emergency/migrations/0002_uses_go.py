"""The night deletes old uses of break-glass."""

from django.db import migrations

import rundbord.access.aged_rows
import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Open that to the worker's login alone."""

    dependencies = [
        ("emergency", "0001_break_glass"),
        ("identity", "0013_users_and_sessions_go"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="emergencyaccess",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="opened_at",
                name="emergency_access_gone_by_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyreview",
            constraint=rundbord.access.aged_rows.AgedWith(
                column="authority_id",
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="opened_at",
                name="emergency_review_gone_by_night",
                way=(("access_id", "emergency_emergencyaccess"),),
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyrule",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="at",
                name="emergency_rule_gone_by_night",
            ),
        ),
    ]
