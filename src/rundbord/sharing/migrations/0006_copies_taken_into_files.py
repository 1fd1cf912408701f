"""That lines of a received copy were taken into a file, and what a recipient says of wrong words."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.sharing.row_policies


class Migration(migrations.Migration):
    """Add the table and the two answers."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("keys", "0003_keys_of_persons_and_exit"),
        ("sharing", "0005_writers_and_leaders_by_name"),
    ]

    operations = [
        migrations.AddField(
            model_name="confirmation",
            name="was_passed_on",
            field=models.BooleanField(null=True),
        ),
        migrations.AddField(
            model_name="confirmation",
            name="was_used",
            field=models.BooleanField(null=True),
        ),
        migrations.CreateModel(
            name="TakenCopy",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("disclosure_id", models.UUIDField()),
                ("taken_at", models.DateTimeField()),
                ("taken_by", models.UUIDField()),
                ("taken_label", models.CharField(max_length=180)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "data_key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="keys.datakey"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["authority", "disclosure_id"], name="taken_copy_by_disclosure")],
                "constraints": [
                    rundbord.sharing.row_policies.TakenByReader(
                        column="authority_id",
                        commands=("select", "insert"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="taken_copy_of_reader",
                        table="sharing_takencopy",
                    )
                ],
            },
        ),
    ]
