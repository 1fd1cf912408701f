"""Parties, the agreement and areas; the functions that know who sits at which table."""

import datetime
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.models.partnership
import rundbord.partnership.row_policies
from rundbord.partnership.sql import SEATS, UNITS_OF_FELLOWS, WITHOUT_SEATS, WITHOUT_UNITS_OF_FELLOWS


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    initial = True

    dependencies = [
        ("identity", "0001_users_and_sign_in"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
                ("text", models.TextField(blank=True)),
                ("signed_on", models.DateField()),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Partnership",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=160)),
                ("short_name", models.CharField(max_length=40)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "constraints": [
                    rundbord.partnership.row_policies.InPartnership(
                        column="id",
                        commands=("select",),
                        logins=("rundbord_app", "rundbord_job", "rundbord_place"),
                        name="partnership_of_parties",
                        owned=False,
                    ),
                    rundbord.partnership.row_policies.ForPolicyFunctions(
                        commands=("select",), logins=("rundbord_policy",), name="partnership_for_functions"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Area",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("sort_key", models.CharField(max_length=240)),
                ("kind", models.CharField(max_length=40)),
                ("outline", models.JSONField(null=True)),
                ("centre_lat", models.FloatField(null=True)),
                ("centre_lon", models.FloatField(null=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="areas", to="partnership.partnership"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AgreementExtension",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("ends_on", models.DateField()),
                ("decided_on", models.DateField()),
                ("note", models.TextField(blank=True)),
                (
                    "agreement",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="partnership.agreement",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.AddField(
            model_name="agreement",
            name="partnership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="agreements", to="partnership.partnership"
            ),
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("joined_on", models.DateField()),
                ("left_on", models.DateField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="identity.authority"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parties",
                        to="partnership.partnership",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ChairTerm",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                ("note", models.TextField(blank=True)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chair_terms",
                        to="partnership.partnership",
                    ),
                ),
                ("party", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.party")),
            ],
        ),
        migrations.CreateModel(
            name="ReportingDuty",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("expected_by", models.TimeField(default=datetime.time(7, 30))),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(),
                        default=rundbord.partnership.models.partnership.every_day,
                        size=None,
                    ),
                ),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reporting_duties",
                        to="partnership.partnership",
                    ),
                ),
                ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
            ],
        ),
        migrations.CreateModel(
            name="FoldingRule",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("category", models.CharField(max_length=40)),
                ("is_folded", models.BooleanField(default=True)),
                ("changed_at", models.DateTimeField(auto_now=True)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="folding_rules",
                        to="partnership.partnership",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("partnership", "category"), name="folding_once_a_category"),
                    rundbord.partnership.row_policies.InPartnership(
                        column="partnership_id",
                        commands=("select", "insert", "update"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="folding_of_parties",
                        owned=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FocusPoint",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=160)),
                ("text", models.TextField(blank=True)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="focus_points",
                        to="partnership.partnership",
                    ),
                ),
            ],
            options={
                "constraints": [
                    rundbord.partnership.row_policies.InPartnership(
                        column="partnership_id",
                        commands=("select", "insert", "update", "delete"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="focus_point_of_parties",
                        owned=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaStreet",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=120)),
                ("name", models.CharField(max_length=120)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="streets", to="partnership.area"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["partnership", "key"], name="street_by_key")],
                "constraints": [
                    rundbord.partnership.row_policies.InPartnership(
                        column="partnership_id",
                        commands=("select", "insert", "update", "delete"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="street_of_parties",
                        owned=False,
                    ),
                    rundbord.partnership.row_policies.InPartnership(
                        column="partnership_id",
                        commands=("select",),
                        logins=("rundbord_place",),
                        name="street_for_partners",
                        owned=False,
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AreaAssessment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("side", models.CharField(max_length=40)),
                ("status", models.CharField(max_length=40)),
                ("reason", models.TextField()),
                ("assessed_at", models.DateTimeField()),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assessments", to="partnership.area"
                    ),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["area", "-assessed_at"], name="assessment_by_area")],
                "constraints": [
                    rundbord.partnership.row_policies.InPartnership(
                        column="partnership_id",
                        commands=("select", "insert"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="assessment_of_parties",
                        owned=True,
                    )
                ],
            },
        ),
        migrations.RunSQL(SEATS, WITHOUT_SEATS),
        migrations.RunSQL(UNITS_OF_FELLOWS, WITHOUT_UNITS_OF_FELLOWS),
        migrations.AddConstraint(
            model_name="area",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at__isnull", True)), fields=("partnership", "name"), name="area_name_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="area",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="area_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="area",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select",),
                logins=("rundbord_place",),
                name="area_for_partners",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="agreementextension",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="extension_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gt", models.F("starts_on"))), name="agreement_ends_after_it_starts"
            ),
        ),
        migrations.AddConstraint(
            model_name="agreement",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="agreement_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.CheckConstraint(
                condition=models.Q(("left_on__isnull", True), ("left_on__gte", models.F("joined_on")), _connector="OR"),
                name="party_leaves_after_it_joins",
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=models.UniqueConstraint(
                fields=("partnership", "authority", "joined_on"), name="party_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select",),
                logins=("rundbord_place",),
                name="party_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="party_governed",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="party",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                commands=("select",), logins=("rundbord_policy",), name="party_for_functions"
            ),
        ),
        migrations.AddConstraint(
            model_name="chairterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="chair_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="chairterm",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_on__isnull", True)), fields=("partnership",), name="one_chair_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="chairterm",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="chair_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="reportingduty",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="reporting_duty_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportingduty",
            constraint=rundbord.partnership.row_policies.InPartnership(
                column="partnership_id",
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="reporting_duty_of_parties",
                owned=False,
            ),
        ),
    ]
