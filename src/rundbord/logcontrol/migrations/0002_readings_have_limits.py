"""How many persons may be read about, who was stopped and who let them go on; the log asks before it takes a reading."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.logcontrol.row_policies
import rundbord.partnership.row_policies
from rundbord.logcontrol.budget_sql import READING_LIMITS, WITHOUT_READING_LIMITS


class Migration(migrations.Migration):
    """Add the tables, and the function that the log asks."""

    dependencies = [
        ("identity", "0011_what_authorities_call_users"),
        ("logcontrol", "0001_a_weeks_control"),
        ("audit", "0012_readings_have_a_budget"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReadingStop",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("user_id", models.UUIDField()),
                ("user_label", models.CharField(max_length=180)),
                ("unit_label", models.CharField(blank=True, max_length=180)),
                ("day", models.DateField()),
                ("window", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
            ],
        ),
        migrations.CreateModel(
            name="ReadingLift",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reason", models.TextField()),
                ("lifted_by", models.UUIDField()),
                ("lifted_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "stop",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lifts", to="logcontrol.readingstop"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReadingLimit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("per_hour", models.PositiveIntegerField()),
                ("per_day", models.PositiveIntegerField()),
                ("reason", models.TextField()),
                ("set_by", models.UUIDField()),
                ("set_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("per_day__lte", 2000),
                            ("per_hour__gte", 1),
                            ("per_hour__lte", 400),
                            ("per_day__gte", models.F("per_hour")),
                        ),
                        name="reading_limit_is_one",
                    ),
                    rundbord.logcontrol.row_policies.LimitSet(
                        column="authority_id",
                        commands=("select", "insert"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="reading_limit_of_authority",
                    ),
                    rundbord.partnership.row_policies.ForPolicyFunctions(
                        commands=("select",), logins=("rundbord_policy",), name="reading_limit_for_functions"
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="readingstop",
            constraint=models.UniqueConstraint(fields=("authority", "user_id", "day"), name="reading_stop_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="readingstop",
            constraint=rundbord.logcontrol.row_policies.StoppedReader(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="reading_stop_of_reader",
            ),
        ),
        migrations.AddConstraint(
            model_name="readingstop",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                commands=("select",), logins=("rundbord_policy",), name="reading_stop_for_functions"
            ),
        ),
        migrations.AddConstraint(
            model_name="readinglift",
            constraint=models.UniqueConstraint(fields=("authority", "stop"), name="reading_lifted_once"),
        ),
        migrations.AddConstraint(
            model_name="readinglift",
            constraint=rundbord.logcontrol.row_policies.LiftedByAnother(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="reading_lift_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="readinglift",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                commands=("select",), logins=("rundbord_policy",), name="reading_lift_for_functions"
            ),
        ),
        migrations.RunSQL(READING_LIMITS, WITHOUT_READING_LIMITS),
    ]
