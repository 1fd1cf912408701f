"""Break-glass: which roles may, each use, and what its owner finds of it."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.emergency.row_policies
import rundbord.partnership.row_policies
from rundbord.emergency.sql import WHO_MAY, WITHOUT_WHO_MAY


class Migration(migrations.Migration):
    """Add the functions that policies ask, then the tables."""

    initial = True

    dependencies = [
        ("identity", "0011_what_authorities_call_users"),
        ("concerns", "0014_read_in_emergency"),
    ]

    operations = [
        migrations.RunSQL(WHO_MAY, WITHOUT_WHO_MAY),
        migrations.CreateModel(
            name="EmergencyAccess",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("person_id", models.UUIDField()),
                ("lead_id", models.UUIDField()),
                ("user_id", models.UUIDField()),
                ("user_label", models.CharField(max_length=180)),
                ("user_unit_label", models.CharField(blank=True, max_length=180)),
                ("reason", models.TextField()),
                ("opened_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("due_on", models.DateField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="EmergencyReview",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("finding", models.CharField(max_length=40)),
                ("note", models.TextField()),
                ("reviewed_by", models.UUIDField()),
                ("reviewed_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                (
                    "access",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="emergency.emergencyaccess",
                    ),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
            ],
        ),
        migrations.CreateModel(
            name="EmergencyRule",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "roles",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("set_by", models.UUIDField()),
                ("set_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
            ],
        ),
        migrations.AddIndex(
            model_name="emergencyaccess",
            index=models.Index(fields=["authority", "-opened_at"], name="emergency_access_newest"),
        ),
        migrations.AddConstraint(
            model_name="emergencyaccess",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("opened_at"))), name="emergency_access_has_an_end"
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyaccess",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)), fields=("authority", "user_id"), name="emergency_one_at_a_time"
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyaccess",
            constraint=rundbord.emergency.row_policies.UseOfBreakGlass(
                column="authority_id",
                columns={"update": ("ended_at",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="emergency_access_seen_by_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyaccess",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                commands=("select",), logins=("rundbord_policy",), name="emergency_access_for_functions"
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyreview",
            constraint=models.UniqueConstraint(fields=("authority", "access"), name="emergency_reviewed_once"),
        ),
        migrations.AddConstraint(
            model_name="emergencyreview",
            constraint=rundbord.emergency.row_policies.JudgedByOwner(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="emergency_review_by_owner",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyreview",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                commands=("select",), logins=("rundbord_policy",), name="emergency_review_for_functions"
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyrule",
            constraint=models.CheckConstraint(
                condition=models.Q(("roles__contained_by", ["coordinator", "case_worker", "officer", "leader"])),
                name="emergency_rule_of_eligible",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyrule",
            constraint=rundbord.emergency.row_policies.RuleOfLeaders(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="emergency_rule_of_leaders",
            ),
        ),
        migrations.AddConstraint(
            model_name="emergencyrule",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                commands=("select",), logins=("rundbord_policy",), name="emergency_rule_for_functions"
            ),
        ),
    ]
