"""What an authority's user administration calls its users, so that it finds them again (SCIM)."""

from django.db import migrations, models

import rundbord.identity.row_policies


class Migration(migrations.Migration):
    """Add a column, and let the authority itself change it."""

    dependencies = [
        ("identity", "0010_identity_providers"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="externalidentity",
            name="external_identity_own_authority",
        ),
        migrations.AddField(
            model_name="externalidentity",
            name="told_name",
            field=models.CharField(blank=True, max_length=255),
        ),
        migrations.AddConstraint(
            model_name="externalidentity",
            constraint=rundbord.identity.row_policies.BoundToOwnUser(
                column="authority_id",
                columns={"update": ("heard_at", "ended_at", "told_name")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="external_identity_own_authority",
            ),
        ),
    ]
