"""What became of a report that was handed over, told to its reporter."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.situation.row_policies


class Migration(migrations.Migration):
    """Create the table with its policy."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("situation", "0014_area_counts_hold_the_hour"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("text", models.CharField(max_length=500)),
                ("written_at", models.DateTimeField()),
                ("written_by", models.UUIDField()),
                ("written_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="situation.report"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["report", "written_at"], name="report_answer_by_report")],
                "constraints": [
                    rundbord.situation.row_policies.ForReporter(
                        column="authority_id",
                        commands=("select", "insert"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="report_answer_for_reporter",
                    )
                ],
            },
        ),
    ]
