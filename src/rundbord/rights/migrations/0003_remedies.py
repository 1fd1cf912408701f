"""What a decision wants done in a file, and by what change it was done."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.rights.row_policies


class Migration(migrations.Migration):
    """Add the table with its policies."""

    dependencies = [
        ("concerns", "0017_attachments_that_a_breach_is_about"),
        ("identity", "0011_what_authorities_call_users"),
        ("rights", "0002_files_go_along"),
    ]

    operations = [
        migrations.CreateModel(
            name="Remedy",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("person_id", models.UUIDField()),
                ("kind", models.CharField(max_length=40)),
                ("words", models.BinaryField()),
                ("stood", models.BinaryField()),
                ("ordered_at", models.DateTimeField()),
                ("due_on", models.DateField()),
                ("how", models.CharField(blank=True, max_length=40)),
                ("told", models.PositiveSmallIntegerField(null=True)),
                ("done_at", models.DateTimeField(null=True)),
                ("done_by", models.UUIDField(null=True)),
                ("done_label", models.CharField(blank=True, max_length=180)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remedies",
                        to="rights.rightsrequest",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="remedy",
            index=models.Index(fields=["authority", "person_id"], name="remedy_by_file"),
        ),
        migrations.AddIndex(
            model_name="remedy",
            index=models.Index(fields=["request"], name="remedy_by_request"),
        ),
        migrations.AddConstraint(
            model_name="remedy",
            constraint=rundbord.rights.row_policies.CarriedOutInFile(
                column="authority_id",
                columns={"update": ("how", "told", "done_at", "done_by", "done_label")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="remedy_in_file",
            ),
        ),
        migrations.AddConstraint(
            model_name="remedy",
            constraint=rundbord.rights.row_policies.ClearedAtNight(
                column="authority_id",
                commands=("delete",),
                logins=("rundbord_app", "rundbord_job"),
                name="remedy_cleared",
            ),
        ),
    ]
