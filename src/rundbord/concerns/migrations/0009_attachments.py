"""Files that are kept about somebody, sealed whole."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.concerns.row_policies


class Migration(migrations.Migration):
    """Create the table with its policy."""

    dependencies = [
        ("concerns", "0008_facts_follow_their_copy"),
        ("identity", "0009_second_factor_and_introduction"),
    ]

    operations = [
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("form", models.CharField(max_length=40)),
                ("information_class", models.CharField(max_length=40)),
                ("title", models.BinaryField()),
                ("source", models.BinaryField(null=True)),
                ("content", models.BinaryField()),
                ("grade", models.CharField(max_length=40)),
                ("observed_on", models.DateField()),
                ("keep_until", models.DateField(null=True)),
                (
                    "readers",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
                ),
                ("written_at", models.DateTimeField()),
                ("written_by", models.UUIDField()),
                ("written_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to="concerns.youngperson",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["person", "-written_at"], name="attachment_newest_first")],
                "constraints": [
                    rundbord.concerns.row_policies.FactUnlessMoved(
                        author="written_by",
                        column="authority_id",
                        columns={"update": ("readers",)},
                        commands=("select", "insert", "update", "delete"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="attachment_in_file",
                        table="concerns_attachment",
                    )
                ],
            },
        ),
    ]
