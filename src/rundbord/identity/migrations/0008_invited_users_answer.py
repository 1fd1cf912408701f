"""Whoever is invited as a guest answers; the sign-in login adds the duty that was offered, and no other."""

from django.db import migrations, models

import rundbord.access.row_policies
import rundbord.identity.row_policies


class Migration(migrations.Migration):
    """Add the answer, and replace three policies."""

    dependencies = [
        ("identity", "0007_duties_for_own_users_in_own_units"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="duty",
            name="duty_at_the_door",
        ),
        migrations.RemoveConstraint(
            model_name="invitation",
            name="invitation_own_authority",
        ),
        migrations.RemoveConstraint(
            model_name="invitation",
            name="invitation_at_the_door",
        ),
        migrations.AddField(
            model_name="invitation",
            name="declined_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=rundbord.identity.row_policies.DutyByInvitation(
                commands=("select", "insert"), logins=("rundbord_auth",), name="duty_at_the_door"
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=models.CheckConstraint(
                condition=models.Q(("accepted_at__isnull", True), ("declined_at__isnull", True), _connector="OR"),
                name="invitation_has_one_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                columns={"update": ("withdrawn_at",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="invitation_own_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                columns={"update": ("accepted_at", "declined_at")},
                commands=("select", "update"),
                logins=("rundbord_auth",),
                name="invitation_at_the_door",
            ),
        ),
    ]
