"""A link is for an own user alone, and the sign-in login replaces drafts without reading them."""

from django.db import migrations

import rundbord.access.row_policies
import rundbord.identity.row_policies


class Migration(migrations.Migration):
    """Replace two policies."""

    dependencies = [
        ("identity", "0003_land_of_municipalities"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="draft",
            name="draft_at_the_door",
        ),
        migrations.RemoveConstraint(
            model_name="onetimelink",
            name="link_own_authority",
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                columns={"select": ("id", "user_id", "authority_id", "address", "saved_at")},
                commands=("select", "insert", "delete"),
                logins=("rundbord_auth",),
                name="draft_at_the_door",
            ),
        ),
        migrations.AddConstraint(
            model_name="onetimelink",
            constraint=rundbord.identity.row_policies.LinkForOwnUser(
                column="authority_id",
                commands=("insert",),
                logins=("rundbord_app", "rundbord_job"),
                name="link_own_authority",
            ),
        ),
    ]
