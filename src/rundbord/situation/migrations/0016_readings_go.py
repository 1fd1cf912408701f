"""The night deletes old readings of pictures."""

from django.db import migrations

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Open that to the worker's login alone."""

    dependencies = [
        ("identity", "0013_users_and_sessions_go"),
        ("partnership", "0010_parties_by_two"),
        ("situation", "0015_answers_to_reporters"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="reading",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                columns={"select": ("id", "authority_id", "at")},
                commands=("select", "delete"),
                days=365,
                logins=("rundbord_job",),
                moment="at",
                name="reading_gone_by_night",
            ),
        ),
    ]
