"""What the parties will do in a year, what they have held, and what was measured."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Add plans, measures, activities, goals and measured values."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("partnership", "0007_signatures_budget_and_renewals"),
    ]

    operations = [
        migrations.CreateModel(
            name="Goal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=160)),
                ("indicator", models.CharField(max_length=200)),
                ("measured_in", models.CharField(blank=True, max_length=40)),
                ("counts_persons", models.BooleanField(default=False)),
                ("baseline", models.DecimalField(decimal_places=2, max_digits=12)),
                ("baseline_on", models.DateField()),
                ("target", models.DecimalField(decimal_places=2, max_digits=12)),
                ("target_on", models.DateField()),
                ("source", models.CharField(max_length=160)),
                ("closed_on", models.DateField(null=True)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="goals", to="partnership.partnership"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=160)),
                ("text", models.TextField(blank=True)),
                ("target", models.PositiveIntegerField(null=True)),
                ("counted", models.CharField(blank=True, max_length=60)),
                ("status", models.CharField(max_length=40)),
                (
                    "focus_point",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="partnership.focuspoint",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("held_on", models.DateField()),
                ("count", models.PositiveSmallIntegerField(default=1)),
                ("text", models.CharField(blank=True, max_length=200)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "measure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="activities", to="partnership.measure"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MeasuredValue",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("value", models.DecimalField(decimal_places=2, max_digits=12)),
                ("first", models.DateField()),
                ("last", models.DateField()),
                ("source", models.CharField(max_length=160)),
                ("noted_on", models.DateField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "goal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="values", to="partnership.goal"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("year", models.PositiveSmallIntegerField()),
                ("focus_places", models.TextField(blank=True)),
                ("target_groups", models.TextField(blank=True)),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="partnership.partnership"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="measure",
            name="plan",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="measures", to="partnership.plan"
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=models.CheckConstraint(
                condition=models.Q(("target_on__gt", models.F("baseline_on"))), name="goal_lies_ahead"
            ),
        ),
        migrations.AddConstraint(
            model_name="goal",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("closed_on",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="goal_of_parties",
                owned=False,
            ),
        ),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(fields=["measure", "-held_on"], name="activity_by_measure"),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.CheckConstraint(condition=models.Q(("count__gt", 0)), name="activity_counts_something"),
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                commands=("select", "insert", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="activity_of_parties",
                owned=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="measuredvalue",
            constraint=models.CheckConstraint(
                condition=models.Q(("last__gte", models.F("first"))), name="measured_period_ends_after_it_starts"
            ),
        ),
        migrations.AddConstraint(
            model_name="measuredvalue",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="measured_value_of_parties",
                owned=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=models.UniqueConstraint(fields=("partnership", "year"), name="plan_once_a_year"),
        ),
        migrations.AddConstraint(
            model_name="plan",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("focus_places", "target_groups")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="plan_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=models.UniqueConstraint(fields=("partnership", "plan", "number"), name="measure_number_once"),
        ),
        migrations.AddConstraint(
            model_name="measure",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("title", "text", "owner_id", "focus_point_id", "target", "counted", "status")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="measure_of_parties",
                owned=False,
            ),
        ),
    ]
