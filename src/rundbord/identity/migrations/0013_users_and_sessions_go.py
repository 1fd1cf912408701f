"""Names of those who left, their keys to the door, sessions, links and invitations go when their time is over."""

from django.db import migrations

import rundbord.access.aged_rows
import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Open that to the night and to the sign-in step."""

    dependencies = [
        ("identity", "0012_oiosaml_providers"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="credential",
            constraint=rundbord.access.aged_rows.OverAtTheDoor(
                commands=("delete",),
                logins=("rundbord_auth",),
                name="credential_of_leaver",
                over="EXISTS (SELECT 1 FROM identity_user gone WHERE gone.id = user_id AND gone.closed_at < now() - interval '90 days')",
            ),
        ),
        migrations.AddConstraint(
            model_name="externalidentity",
            constraint=rundbord.access.aged_rows.AgedWith(
                column="authority_id",
                commands=("select", "delete"),
                days=730,
                logins=("rundbord_job",),
                moment="closed_at",
                name="external_identity_gone_by_night",
                way=(("user_id", "identity_user"),),
            ),
        ),
        migrations.AddConstraint(
            model_name="introductionpass",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=730,
                logins=("rundbord_job",),
                moment="holds_until",
                name="introduction_gone_by_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=rundbord.access.row_policies.AgedRows(
                column="authority_id",
                commands=("select", "delete"),
                days=183,
                logins=("rundbord_job",),
                moment="coalesce(accepted_at, declined_at, withdrawn_at, made_at)",
                name="invitation_gone_by_night",
            ),
        ),
        migrations.AddConstraint(
            model_name="onetimelink",
            constraint=rundbord.access.aged_rows.OverAtTheDoor(
                commands=("delete",),
                logins=("rundbord_auth",),
                name="link_is_over",
                over="expires_at < now() - interval '1 day'",
            ),
        ),
        migrations.AddConstraint(
            model_name="signin",
            constraint=rundbord.access.aged_rows.OverAtTheDoor(
                commands=("delete",),
                logins=("rundbord_auth",),
                name="sign_in_is_over",
                over="seen_at < now() - interval '90 days'",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=rundbord.access.aged_rows.AgedNames(
                column="authority_id",
                columns={"update": ("name", "sign_in_name", "email")},
                commands=("update",),
                days=730,
                logins=("rundbord_job",),
                moment="closed_at",
                name="user_named_no_more",
            ),
        ),
    ]
