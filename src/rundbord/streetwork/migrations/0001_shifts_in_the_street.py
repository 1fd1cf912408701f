"""Shifts in the street: what all parties know of them, and what the own authority keeps."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.row_policies
import rundbord.streetwork.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    initial = True

    dependencies = [
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0003_seats_change_in_one_way"),
        ("situation", "0009_unusual_counts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Shift",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("planned_from", models.DateTimeField()),
                ("planned_until", models.DateTimeField()),
                ("planned_at", models.DateTimeField()),
                ("started_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("told_observations", models.PositiveIntegerField(default=0)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
            ],
        ),
        migrations.CreateModel(
            name="RouteArea",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "hours",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.area")),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "shift",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="route", to="streetwork.shift"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PassedNeed",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
                (
                    "shift",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="needs", to="streetwork.shift"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="AreaVisit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("entered_at", models.DateTimeField()),
                ("area", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.area")),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "shift",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="visits", to="streetwork.shift"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ShiftReport",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("size_band", models.CharField(blank=True, max_length=40)),
                ("age_band", models.CharField(blank=True, max_length=40)),
                ("activity", models.CharField(blank=True, max_length=40)),
                ("with_police", models.BooleanField(null=True)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="situation.report"
                    ),
                ),
                (
                    "shift",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="streetwork.shift"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ShiftSheet",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("occasion", models.CharField(blank=True, max_length=160)),
                ("interval_minutes", models.PositiveSmallIntegerField()),
                ("team_size", models.PositiveSmallIntegerField()),
                ("new_contacts", models.PositiveSmallIntegerField(default=0)),
                ("continued_contacts", models.PositiveSmallIntegerField(default=0)),
                ("closing_words", models.CharField(blank=True, max_length=500)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "nil_report",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="situation.report"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "shift",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sheet", to="streetwork.shift"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("user_id", models.UUIDField()),
                ("user_label", models.CharField(max_length=180)),
                ("checked_in_at", models.DateTimeField(null=True)),
                ("heard_at", models.DateTimeField(null=True)),
                ("due_at", models.DateTimeField(null=True)),
                ("checked_out_at", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
                ("delete_on", models.DateField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "shift",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="team", to="streetwork.shift"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="shift",
            index=models.Index(fields=["partnership", "-planned_from", "-id"], name="shift_by_time"),
        ),
        migrations.AddConstraint(
            model_name="shift",
            constraint=models.CheckConstraint(
                condition=models.Q(("planned_until__gt", models.F("planned_from"))), name="shift_ends_after_it_starts"
            ),
        ),
        migrations.AddConstraint(
            model_name="shift",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_at__isnull", True), ("ended_at__gte", models.F("started_at")), _connector="OR"
                ),
                name="shift_ended_after_it_began",
            ),
        ),
        migrations.AddConstraint(
            model_name="shift",
            constraint=models.CheckConstraint(
                condition=models.Q(("cancelled_at__isnull", True), ("started_at__isnull", True), _connector="OR"),
                name="shift_held_or_cancelled",
            ),
        ),
        migrations.AddConstraint(
            model_name="shift",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=False,
                by_unit=True,
                columns={"update": ("started_at", "ended_at", "cancelled_at", "told_observations")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="shift_by_audience",
                parent="",
            ),
        ),
        migrations.AddIndex(
            model_name="routearea",
            index=models.Index(fields=["area", "shift"], name="route_by_area"),
        ),
        migrations.AddConstraint(
            model_name="routearea",
            constraint=models.UniqueConstraint(fields=("shift", "area"), name="route_area_once_a_shift"),
        ),
        migrations.AddConstraint(
            model_name="routearea",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=False,
                by_unit=False,
                columns={"update": ("hours",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="route_area_by_audience",
                parent="streetwork_shift.shift_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="passedneed",
            constraint=rundbord.streetwork.row_policies.OfOwnShift(
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="passed_need_of_own",
                of_staff=False,
                table="streetwork_passedneed",
            ),
        ),
        migrations.AddIndex(
            model_name="areavisit",
            index=models.Index(fields=["shift", "entered_at"], name="visit_by_time"),
        ),
        migrations.AddConstraint(
            model_name="areavisit",
            constraint=rundbord.streetwork.row_policies.OfOwnShift(
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="area_visit_of_own",
                of_staff=False,
                table="streetwork_areavisit",
            ),
        ),
        migrations.AddIndex(
            model_name="shiftreport",
            index=models.Index(fields=["shift", "at"], name="shift_report_by_time"),
        ),
        migrations.AddConstraint(
            model_name="shiftreport",
            constraint=rundbord.streetwork.row_policies.OfOwnShift(
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="shift_report_of_own",
                of_staff=False,
                table="streetwork_shiftreport",
            ),
        ),
        migrations.AddConstraint(
            model_name="shiftsheet",
            constraint=models.CheckConstraint(
                condition=models.Q(("interval_minutes__range", (15, 240))), name="shift_interval_is_usable"
            ),
        ),
        migrations.AddConstraint(
            model_name="shiftsheet",
            constraint=rundbord.streetwork.row_policies.OfOwnShift(
                columns={
                    "update": ("occasion", "new_contacts", "continued_contacts", "closing_words", "nil_report_id")
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="shift_sheet_of_own",
                of_staff=False,
                table="streetwork_shiftsheet",
            ),
        ),
        migrations.AddIndex(
            model_name="teammember",
            index=models.Index(
                condition=models.Q(("checked_out_at__isnull", True)),
                fields=["authority", "due_at"],
                name="team_member_by_due",
            ),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.UniqueConstraint(fields=("shift", "user_id"), name="team_member_once_a_shift"),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=rundbord.streetwork.row_policies.OfOwnShift(
                columns={"update": ("checked_in_at", "heard_at", "due_at", "checked_out_at", "told_at")},
                commands=("select", "insert", "update", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="team_member_of_own",
                of_staff=True,
                table="streetwork_teammember",
            ),
        ),
    ]
