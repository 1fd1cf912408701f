"""Keys are reached where there is something to open: files, exit, or requests of citizens."""

from django.db import migrations

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Write the policy anew."""

    dependencies = [
        ("keys", "0003_keys_of_persons_and_exit"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="datakey",
            name="data_key_of_persons_and_exit",
        ),
        migrations.AddConstraint(
            model_name="datakey",
            constraint=rundbord.access.row_policies.OwnKeys(
                column="authority_id",
                columns={"update": ("wrapped", "version", "destroyed_at")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="data_key_of_whoever_opens",
            ),
        ),
    ]
