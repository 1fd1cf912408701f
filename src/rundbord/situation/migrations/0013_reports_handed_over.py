"""That a concern was opened from an own report, for the report's authority alone."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.situation.row_policies


class Migration(migrations.Migration):
    """Create the table with its policy."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("situation", "0012_repeats_in_time_and_place"),
    ]

    operations = [
        migrations.CreateModel(
            name="HandedOver",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="situation.report"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("report",), name="handed_over_once"),
                    rundbord.situation.row_policies.OfOwnReport(
                        column="authority_id",
                        commands=("select", "insert"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="handed_over_of_own_report",
                    ),
                ],
            },
        ),
    ]
