"""Which units have read a picture is common; which users is told to nobody."""

from django.db import migrations

import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Replace one policy by two."""

    dependencies = [
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0003_seats_change_in_one_way"),
        ("situation", "0007_reports_name_their_writer"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="reading",
            name="reading_of_parties",
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="user_id",
                by_unit=True,
                column="partnership_id",
                columns={"select": ("id", "partnership_id", "authority_id", "unit_id", "picture_id", "at")},
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="reading_of_parties",
                owned=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="user_id",
                by_unit=True,
                column="partnership_id",
                commands=("insert",),
                logins=("rundbord_place",),
                name="reading_by_partners",
                owned=True,
            ),
        ),
    ]
