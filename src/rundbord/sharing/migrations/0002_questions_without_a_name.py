"""Questions without a name: put to chosen units, answered once by each, decided by whoever asked."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.row_policies
import rundbord.sharing.threshold_policies
from rundbord.sharing.threshold_sql import SETTLED_QUESTIONS, WITHOUT_SETTLED_QUESTIONS


class Migration(migrations.Migration):
    """Create the tables, the function that tells what is settled, and then the policies that ask it."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("partnership", "0005_areas_know_their_age"),
        ("sharing", "0001_disclosures_in_two_copies"),
    ]

    operations = [
        migrations.CreateModel(
            name="ThresholdQuestion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("asked_units", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ("age_band", models.CharField(max_length=40)),
                (
                    "signs",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                (
                    "tried",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("wish", models.CharField(max_length=40)),
                ("words", models.CharField(blank=True, max_length=400)),
                ("asked_at", models.DateTimeField()),
                ("asked_by", models.UUIDField()),
                ("asked_label", models.CharField(max_length=180)),
                ("closes_on", models.DateField()),
                ("upshot", models.CharField(blank=True, max_length=40)),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_label", models.CharField(blank=True, max_length=180)),
                (
                    "area",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.area"
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.authority",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ThresholdAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("stance", models.CharField(max_length=40)),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("answered_at", models.DateTimeField()),
                ("answered_by", models.UUIDField()),
                ("answered_label", models.CharField(max_length=180)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="sharing.thresholdquestion",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(SETTLED_QUESTIONS, WITHOUT_SETTLED_QUESTIONS),
        migrations.AddIndex(
            model_name="thresholdquestion",
            index=models.Index(fields=["authority", "unit", "-asked_at"], name="question_by_unit"),
        ),
        migrations.AddIndex(
            model_name="thresholdquestion",
            index=models.Index(fields=["partnership", "-asked_at"], name="question_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="thresholdquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("area__isnull", True), ("municipality__isnull", True), _connector="XOR"),
                name="question_about_one_place",
            ),
        ),
        migrations.AddConstraint(
            model_name="thresholdquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("decided_at__isnull", True), ("upshot", "")),
                    models.Q(models.Q(("upshot", ""), _negated=True), ("decided_at__isnull", False)),
                    _connector="OR",
                ),
                name="question_decided_with_a_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="thresholdquestion",
            constraint=rundbord.sharing.threshold_policies.PutToUnits(
                columns={"update": ("upshot", "decided_at", "decided_label")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="question_put_to_units",
            ),
        ),
        migrations.AddConstraint(
            model_name="thresholdquestion",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={
                    "select": (
                        "id",
                        "partnership_id",
                        "authority_id",
                        "unit_id",
                        "asked_units",
                        "closes_on",
                        "upshot",
                        "decided_at",
                    )
                },
                commands=("select",),
                logins=("rundbord_policy",),
                name="question_for_functions",
            ),
        ),
        migrations.AddConstraint(
            model_name="thresholdanswer",
            constraint=models.UniqueConstraint(
                fields=("authority", "unit", "question"), name="threshold_answer_once_a_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="thresholdanswer",
            constraint=rundbord.sharing.threshold_policies.AnsweredByUnit(
                commands=("select", "insert"), logins=("rundbord_app", "rundbord_job"), name="answer_of_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="thresholdanswer",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={"select": ("question_id", "unit_id")},
                commands=("select",),
                logins=("rundbord_policy",),
                name="answer_for_functions",
            ),
        ),
    ]
