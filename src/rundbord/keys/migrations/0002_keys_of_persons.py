"""Keys ask for a session that reaches persons: how many there are tells how many persons."""

from django.db import migrations

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Write the policy anew."""

    dependencies = [
        ("keys", "0001_data_keys"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="datakey",
            name="data_key_own_authority",
        ),
        migrations.AddConstraint(
            model_name="datakey",
            constraint=rundbord.access.row_policies.OwnPersons(
                column="authority_id",
                columns={"update": ("wrapped", "version", "destroyed_at")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="data_key_of_persons",
            ),
        ),
    ]
