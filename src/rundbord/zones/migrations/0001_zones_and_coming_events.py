"""Zones with their decisions, numbers of bans, and coming events."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.row_policies
import rundbord.zones.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    initial = True

    dependencies = [
        ("identity", "0007_duties_for_own_users_in_own_units"),
        ("partnership", "0003_seats_change_in_one_way"),
    ]

    operations = [
        migrations.CreateModel(
            name="Zone",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=120)),
                ("borders", models.TextField(blank=True)),
                ("outline", models.JSONField(null=True)),
                ("starts_at", models.DateTimeField()),
                ("registered_at", models.DateTimeField()),
                ("registered_by", models.UUIDField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                ("unit", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
            ],
        ),
        migrations.CreateModel(
            name="ZoneArea",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.area")),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="touches", to="zones.zone"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ZoneDecision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("number", models.PositiveSmallIntegerField()),
                ("step", models.CharField(max_length=40)),
                ("starts_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("reasons", models.TextField()),
                ("happened", models.TextField(blank=True)),
                ("decided_by", models.CharField(max_length=120)),
                ("decided_on", models.DateField()),
                ("link", models.CharField(blank=True, max_length=300)),
                ("registered_at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "zone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="decisions", to="zones.zone"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BanCount",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("month", models.DateField()),
                ("number", models.PositiveSmallIntegerField(null=True)),
                ("noted_at", models.DateTimeField()),
                ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.area")),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["partnership", "-month"], name="ban_count_by_month")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("partnership", "authority", "area", "month", "audience"), name="ban_count_once_a_month"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("audience", "police"),
                            ("number__isnull", True),
                            ("number", 0),
                            ("number__gte", 5),
                            _connector="OR",
                        ),
                        name="ban_count_tells_no_small_number",
                    ),
                    rundbord.zones.row_policies.DecidedByPolice(
                        author="",
                        by_parties=False,
                        by_unit=False,
                        columns={"update": ("number", "noted_at")},
                        commands=("select", "insert", "update"),
                        has_unit=False,
                        logins=("rundbord_app", "rundbord_job"),
                        name="ban_count_by_audience",
                        parent="",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ComingEvent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=40)),
                ("title", models.CharField(max_length=120)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("from_clock", models.TimeField(null=True)),
                ("to_clock", models.TimeField(null=True)),
                ("repeats_yearly", models.BooleanField(default=False)),
                ("place_text", models.CharField(blank=True, max_length=120)),
                ("influence", models.CharField(max_length=40)),
                ("expected", models.TextField()),
                ("planned", models.TextField(blank=True)),
                ("source", models.CharField(blank=True, max_length=120)),
                ("changed_at", models.DateTimeField()),
                ("created_at", models.DateTimeField()),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("cancel_reason", models.CharField(blank=True, max_length=300)),
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
                "indexes": [models.Index(fields=["partnership", "first_day", "id"], name="coming_event_by_day")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_day__gte", models.F("first_day"))),
                        name="coming_event_ends_after_start",
                    ),
                    rundbord.partnership.row_policies.ByAudience(
                        author="",
                        by_parties=True,
                        by_unit=False,
                        columns={
                            "update": (
                                "title",
                                "first_day",
                                "last_day",
                                "from_clock",
                                "to_clock",
                                "repeats_yearly",
                                "area_id",
                                "place_text",
                                "influence",
                                "expected",
                                "planned",
                                "source",
                                "changed_at",
                                "cancelled_at",
                                "cancel_reason",
                            )
                        },
                        commands=("select", "insert", "update"),
                        has_unit=False,
                        logins=("rundbord_app", "rundbord_job"),
                        name="coming_event_by_audience",
                        parent="",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="zone",
            index=models.Index(fields=["partnership", "-starts_at", "-id"], name="zone_by_start"),
        ),
        migrations.AddConstraint(
            model_name="zone",
            constraint=rundbord.zones.row_policies.DecidedByPolice(
                author="",
                by_parties=True,
                by_unit=False,
                columns={"update": ("name", "borders")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="zone_by_audience",
                parent="",
            ),
        ),
        migrations.AddConstraint(
            model_name="zonearea",
            constraint=models.UniqueConstraint(fields=("partnership", "zone", "area"), name="zone_touches_area_once"),
        ),
        migrations.AddConstraint(
            model_name="zonearea",
            constraint=rundbord.zones.row_policies.DecidedByPolice(
                author="",
                by_parties=False,
                by_unit=False,
                commands=("select", "insert"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="zone_area_by_audience",
                parent="zones_zone.zone_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="zonedecision",
            constraint=models.UniqueConstraint(
                fields=("partnership", "zone", "number"), name="zone_decision_once_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="zonedecision",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gte", models.F("starts_at"))), name="zone_decision_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="zonedecision",
            constraint=rundbord.zones.row_policies.DecidedByPolice(
                author="",
                by_parties=True,
                by_unit=False,
                columns={"update": ("reasons", "happened", "decided_by", "link")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="zone_decision_by_audience",
                parent="zones_zone.zone_id",
            ),
        ),
    ]
