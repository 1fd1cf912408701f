"""A user who is closed, or chooses another password, ends all sessions for good."""

from django.db import migrations, models

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Count how often sessions were ended; name the columns of a user that may change."""

    dependencies = [
        ("identity", "0005_duties_taken_back_on_their_first_day"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="user",
            name="user_own_authority",
        ),
        migrations.RemoveConstraint(
            model_name="user",
            name="user_at_the_door",
        ),
        migrations.AddField(
            model_name="signin",
            name="epoch",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="user",
            name="session_epoch",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                columns={"update": ("name", "email", "closed_at", "session_epoch")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="user_own_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                columns={"update": ("session_epoch",)},
                commands=("select", "update"),
                logins=("rundbord_auth",),
                name="user_at_the_door",
            ),
        ),
    ]
