"""An authority gives duties in its own units to its own users alone."""

from django.db import migrations

import rundbord.identity.row_policies


class Migration(migrations.Migration):
    """Replace one policy."""

    dependencies = [
        ("identity", "0006_sessions_end_for_good"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="duty",
            name="duty_own_authority",
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=rundbord.identity.row_policies.DutyOfOwnUser(
                column="authority_id",
                columns={"update": ("user_label", "ends_on")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="duty_own_authority",
            ),
        ),
    ]
