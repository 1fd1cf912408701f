"""Reports on half-years and years."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.insight.row_policies


class Migration(migrations.Migration):
    """Add reports with their words and tables."""

    initial = True

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("partnership", "0008_plans_and_goals"),
    ]

    operations = [
        migrations.CreateModel(
            name="PeriodReport",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_label", models.CharField(blank=True, max_length=180)),
                ("figures", models.JSONField(null=True)),
                ("pdf", models.BinaryField(null=True)),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReportTable",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("section", models.CharField(max_length=40)),
                ("lines", models.JSONField()),
                ("total", models.CharField(max_length=20)),
                ("source", models.CharField(max_length=160)),
                ("written_at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tables", to="insight.periodreport"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReportWords",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("section", models.CharField(max_length=40)),
                ("text", models.TextField(blank=True)),
                ("written_at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="words", to="insight.periodreport"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="periodreport",
            index=models.Index(fields=["partnership", "-last"], name="report_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="periodreport",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__gt", models.F("first"))), name="report_ends_after_it_starts"
            ),
        ),
        migrations.AddConstraint(
            model_name="periodreport",
            constraint=models.UniqueConstraint(fields=("partnership", "first", "last"), name="report_once_a_period"),
        ),
        migrations.AddConstraint(
            model_name="periodreport",
            constraint=rundbord.insight.row_policies.FixedOnceApproved(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("approved_at", "approved_label", "figures", "pdf", "digest")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="report_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="reporttable",
            constraint=rundbord.insight.row_policies.InDraftReport(
                author="",
                by_unit=False,
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="report_table_of_parties",
                owned=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="reportwords",
            constraint=rundbord.insight.row_policies.InDraftReport(
                author="",
                by_unit=False,
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="report_words_of_parties",
                owned=True,
            ),
        ),
    ]
