"""Data keys: wrapped for the database, each authority's own."""

import uuid

from django.db import migrations, models

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Create the table with its policy."""

    initial = True

    dependencies = [
        ("access", "0001_signed_context"),
    ]

    operations = [
        migrations.CreateModel(
            name="DataKey",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("authority_id", models.UUIDField()),
                ("wrapped", models.BinaryField()),
                ("version", models.PositiveIntegerField()),
                ("created_at", models.DateTimeField()),
                ("destroyed_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["authority_id", "version"], name="data_key_by_version"),
                    models.Index(fields=["authority_id", "destroyed_at"], name="data_key_by_destruction"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("destroyed_at", None), ("wrapped", b""), _connector="OR"),
                        name="destroyed_key_is_empty",
                    ),
                    rundbord.access.row_policies.OwnAuthority(
                        column="authority_id",
                        columns={"update": ("wrapped", "version", "destroyed_at")},
                        commands=("select", "insert", "update"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="data_key_own_authority",
                    ),
                ],
            },
        ),
    ]
