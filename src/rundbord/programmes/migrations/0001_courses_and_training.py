"""Programmes, their courses, who takes part, and who is trained."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.access.row_policies
import rundbord.partnership.row_policies
import rundbord.programmes.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    initial = True

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("keys", "0003_keys_of_persons_and_exit"),
        ("partnership", "0008_plans_and_goals"),
    ]

    operations = [
        migrations.CreateModel(
            name="Cohort",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField()),
                ("places", models.PositiveSmallIntegerField()),
                ("told_taken", models.CharField(blank=True, max_length=20)),
                ("told_completed", models.CharField(blank=True, max_length=20)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.partnership"
                    ),
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
            name="CourseDay",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("day", models.DateField()),
                ("title", models.CharField(blank=True, max_length=120)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "cohort",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="days", to="programmes.cohort"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.partnership"
                    ),
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
            name="Participant",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.BinaryField()),
                ("contact", models.BinaryField(null=True)),
                ("consent_on", models.DateField(null=True)),
                ("consent_from", models.CharField(blank=True, max_length=40)),
                ("added_at", models.DateTimeField()),
                ("ended_on", models.DateField(null=True)),
                ("ending", models.CharField(blank=True, max_length=40)),
                ("delete_on", models.DateField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "cohort",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="programmes.cohort"
                    ),
                ),
                (
                    "data_key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="keys.datakey"),
                ),
                (
                    "follow_up",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="programmes.cohort"
                    ),
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
            name="Presence",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("was_there", models.BooleanField()),
                ("at", models.DateTimeField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="programmes.courseday"
                    ),
                ),
                (
                    "participant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="presences",
                        to="programmes.participant",
                    ),
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
            name="Programme",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("purpose", models.TextField(blank=True)),
                ("opened_at", models.DateTimeField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.partnership"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="cohort",
            name="programme",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="cohorts", to="programmes.programme"
            ),
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("employee_label", models.CharField(max_length=120)),
                ("topic", models.CharField(max_length=120)),
                ("trained_on", models.DateField()),
                ("holds_until", models.DateField(null=True)),
                ("reminded_at", models.DateTimeField(null=True)),
                ("noted_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
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
            ],
        ),
        migrations.AddConstraint(
            model_name="courseday",
            constraint=models.UniqueConstraint(fields=("partnership", "cohort", "day"), name="course_day_once"),
        ),
        migrations.AddConstraint(
            model_name="courseday",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=True,
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="course_day_of_parties",
                owned=True,
            ),
        ),
        migrations.AddIndex(
            model_name="participant",
            index=models.Index(fields=["authority", "unit", "cohort"], name="participant_by_cohort"),
        ),
        migrations.AddIndex(
            model_name="participant",
            index=models.Index(fields=["authority", "delete_on"], name="participant_by_last_day"),
        ),
        migrations.AddConstraint(
            model_name="participant",
            constraint=rundbord.programmes.row_policies.OnOwnCourse(
                column="authority_id",
                columns={"update": ("consent_on", "consent_from", "ended_on", "ending", "follow_up_id")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="participant_on_own_course",
            ),
        ),
        migrations.AddConstraint(
            model_name="presence",
            constraint=models.UniqueConstraint(fields=("authority", "participant", "day"), name="presence_once_a_day"),
        ),
        migrations.AddConstraint(
            model_name="presence",
            constraint=rundbord.programmes.row_policies.OnOwnCourse(
                column="authority_id",
                columns={"update": ("was_there", "at")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="presence_on_own_course",
            ),
        ),
        migrations.AddConstraint(
            model_name="programme",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=True,
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="programme_of_parties",
                owned=True,
            ),
        ),
        migrations.AddIndex(
            model_name="cohort",
            index=models.Index(fields=["programme", "-starts_on"], name="cohort_by_start"),
        ),
        migrations.AddConstraint(
            model_name="cohort",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="cohort_ends_after_it_starts"
            ),
        ),
        migrations.AddConstraint(
            model_name="cohort",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=True,
                column="partnership_id",
                columns={"update": ("told_taken", "told_completed", "closed_at")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="cohort_of_parties",
                owned=True,
            ),
        ),
        migrations.AddIndex(
            model_name="training",
            index=models.Index(fields=["authority", "holds_until", "id"], name="training_by_end"),
        ),
        migrations.AddConstraint(
            model_name="training",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                columns={"update": ("reminded_at", "ended_at")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="training_own_authority",
            ),
        ),
    ]
