"""Repeats in time and place, as found and as judged, and what the newest night compared."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    dependencies = [
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0005_areas_know_their_age"),
        ("situation", "0011_numbers_by_area_from_the_index"),
    ]

    operations = [
        migrations.CreateModel(
            name="NearRepeatTable",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("category", models.CharField(max_length=40)),
                ("length", models.PositiveIntegerField()),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("incidents", models.PositiveIntegerField()),
                ("placed", models.PositiveIntegerField()),
                ("by_street", models.PositiveIntegerField()),
                ("pairs", models.PositiveIntegerField(null=True)),
                ("expected", models.FloatField(null=True)),
                ("p", models.FloatField(null=True)),
                ("cells", models.JSONField(default=list)),
                ("found_at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "category", "length"), name="near_repeat_table_once"
                    ),
                    rundbord.partnership.row_policies.ByAudience(
                        author="",
                        by_parties=True,
                        by_unit=False,
                        columns={
                            "update": (
                                "first",
                                "last",
                                "incidents",
                                "placed",
                                "by_street",
                                "pairs",
                                "expected",
                                "p",
                                "cells",
                                "found_at",
                            )
                        },
                        commands=("select", "insert", "update"),
                        has_unit=False,
                        logins=("rundbord_app", "rundbord_job"),
                        name="near_repeat_table_by_audience",
                        parent="",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RepeatCluster",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("category", models.CharField(max_length=40)),
                ("incident_ids", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ("counted", models.PositiveIntegerField()),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("heading", models.CharField(max_length=200)),
                ("text", models.TextField()),
                ("found_at", models.DateTimeField()),
                ("verdict", models.CharField(blank=True, max_length=40)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("judged_at", models.DateTimeField(null=True)),
                ("judged_label", models.CharField(blank=True, max_length=180)),
                (
                    "area",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="partnership.area"),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["partnership", "-last", "-id"], name="repeat_by_day")],
                "constraints": [
                    models.UniqueConstraint(fields=("partnership", "incident_ids"), name="repeat_once"),
                    rundbord.partnership.row_policies.ByAudience(
                        author="",
                        by_parties=True,
                        by_unit=False,
                        columns={
                            "update": (
                                "area_id",
                                "incident_ids",
                                "counted",
                                "first",
                                "last",
                                "heading",
                                "text",
                                "found_at",
                                "verdict",
                                "reason",
                                "judged_at",
                                "judged_label",
                            )
                        },
                        commands=("select", "insert", "update"),
                        has_unit=False,
                        logins=("rundbord_app", "rundbord_job"),
                        name="repeat_by_audience",
                        parent="",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UnusualLook",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("ending_on", models.DateField()),
                ("looked_at", models.DateTimeField()),
                ("compared", models.PositiveIntegerField()),
                ("too_short", models.JSONField(default=list)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("partnership",), name="unusual_look_once"),
                    rundbord.partnership.row_policies.ByAudience(
                        author="",
                        by_parties=True,
                        by_unit=False,
                        columns={"update": ("ending_on", "looked_at", "compared", "too_short")},
                        commands=("select", "insert", "update"),
                        has_unit=False,
                        logins=("rundbord_app", "rundbord_job"),
                        name="unusual_look_by_audience",
                        parent="",
                    ),
                ],
            },
        ),
    ]
