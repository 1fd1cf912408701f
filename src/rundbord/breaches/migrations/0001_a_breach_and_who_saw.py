"""Breaches, and who has read what the own authority told."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.breaches.row_policies
from rundbord.breaches.sql import WHO_SAW, WITHOUT_WHO_SAW


class Migration(migrations.Migration):
    """Add the table with its policies, and the functions."""

    initial = True

    dependencies = [
        ("sharing", "0009_what_goes_along_with_a_move"),
        ("audit", "0011_number_quickly"),
        ("rights", "0001_requests_of_citizens"),
        ("identity", "0012_oiosaml_providers"),
    ]

    operations = [
        migrations.RunSQL(WHO_SAW, WITHOUT_WHO_SAW),
        migrations.CreateModel(
            name="Breach",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("regime", models.CharField(max_length=40)),
                ("origin", models.CharField(max_length=40)),
                ("origin_id", models.UUIDField(null=True)),
                ("happened_at", models.DateTimeField()),
                ("discovered_at", models.DateTimeField()),
                ("what", models.TextField()),
                (
                    "classes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("people", models.PositiveIntegerField()),
                ("risk", models.CharField(blank=True, max_length=40)),
                ("risk_words", models.TextField(blank=True)),
                ("measures", models.TextField(blank=True)),
                ("notify", models.CharField(blank=True, max_length=40)),
                ("notify_why", models.TextField(blank=True)),
                ("notified_at", models.DateTimeField(null=True)),
                ("tell", models.CharField(blank=True, max_length=40)),
                ("tell_why", models.TextField(blank=True)),
                ("told", models.PositiveIntegerField(default=0)),
                ("learning", models.TextField(blank=True)),
                ("opened_at", models.DateTimeField()),
                ("opened_by", models.UUIDField()),
                ("opened_label", models.CharField(max_length=180)),
                ("judged_at", models.DateTimeField(null=True)),
                ("judged_label", models.CharField(blank=True, max_length=180)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_label", models.CharField(blank=True, max_length=180)),
                ("delete_on", models.DateField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["authority", "-discovered_at", "-id"], name="breach_newest_first")],
                "constraints": [
                    rundbord.breaches.row_policies.BreachAtDesk(
                        column="authority_id",
                        columns={
                            "update": (
                                "risk",
                                "risk_words",
                                "measures",
                                "notify",
                                "notify_why",
                                "notified_at",
                                "tell",
                                "tell_why",
                                "told",
                                "learning",
                                "judged_at",
                                "judged_label",
                                "closed_at",
                                "closed_label",
                                "delete_on",
                            )
                        },
                        commands=("select", "insert", "update"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="breach_at_desk",
                    ),
                    rundbord.breaches.row_policies.BreachCleared(
                        column="authority_id",
                        commands=("delete",),
                        logins=("rundbord_app", "rundbord_job"),
                        name="breach_cleared",
                    ),
                ],
            },
        ),
    ]
