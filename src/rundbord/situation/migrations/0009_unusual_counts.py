"""Counts that are unusual for a place, as found and as judged."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Create the table with its policy."""

    dependencies = [
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0003_seats_change_in_one_way"),
        ("situation", "0008_readers_without_user_numbers"),
    ]

    operations = [
        migrations.CreateModel(
            name="UnusualCount",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("category", models.CharField(max_length=40)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("counted", models.PositiveIntegerField()),
                ("expected", models.FloatField()),
                ("p", models.FloatField()),
                ("q", models.FloatField()),
                ("heading", models.CharField(max_length=200)),
                ("text", models.TextField()),
                ("found_at", models.DateTimeField()),
                ("verdict", models.CharField(blank=True, max_length=40)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("judged_at", models.DateTimeField(null=True)),
                ("judged_label", models.CharField(blank=True, max_length=180)),
                ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.area")),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["partnership", "-found_at", "-id"], name="unusual_count_by_time")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "area", "category", "first", "last"), name="unusual_count_once"
                    ),
                    rundbord.partnership.row_policies.ByAudience(
                        author="",
                        by_parties=True,
                        by_unit=False,
                        columns={"update": ("verdict", "reason", "judged_at", "judged_label")},
                        commands=("select", "insert", "update"),
                        has_unit=False,
                        logins=("rundbord_app", "rundbord_job"),
                        name="unusual_count_by_audience",
                        parent="",
                    ),
                ],
            },
        ),
    ]
