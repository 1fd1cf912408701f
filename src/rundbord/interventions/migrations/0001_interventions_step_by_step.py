"""Interventions with their steps, visits of two units, and offers with free places."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.concerns.row_policies
import rundbord.interventions.row_policies
import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    initial = True

    dependencies = [
        ("concerns", "0001_files_on_young_people"),
        ("identity", "0009_second_factor_and_introduction"),
        ("keys", "0001_data_keys"),
        ("partnership", "0005_areas_know_their_age"),
    ]

    operations = [
        migrations.CreateModel(
            name="JointVisit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reference", models.CharField(max_length=40)),
                ("asked_at", models.DateTimeField()),
                ("asked_by", models.UUIDField()),
                ("asked_label", models.CharField(max_length=180)),
                ("answer_by", models.DateTimeField()),
                ("planned_for", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
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
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "partner_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
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
            name="JointAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("word", models.CharField(max_length=40)),
                (
                    "weighed",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("answered_at", models.DateTimeField()),
                ("answered_by", models.UUIDField()),
                ("answered_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "visit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="interventions.jointvisit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Intervention",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("started_at", models.DateTimeField()),
                ("started_by", models.UUIDField()),
                ("started_label", models.CharField(max_length=180)),
                ("next_step", models.CharField(blank=True, max_length=40)),
                ("due_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("ending", models.CharField(blank=True, max_length=40)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="interventions", to="concerns.concern"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interventions",
                        to="concerns.youngperson",
                    ),
                ),
                (
                    "joint_visit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="interventions.jointvisit",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Offer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("sort_key", models.CharField(max_length=240)),
                ("kind", models.CharField(max_length=40)),
                ("words", models.CharField(blank=True, max_length=600)),
                ("contact", models.CharField(max_length=160)),
                ("from_age", models.PositiveSmallIntegerField()),
                ("to_age", models.PositiveSmallIntegerField()),
                ("places", models.PositiveSmallIntegerField()),
                ("free", models.PositiveSmallIntegerField()),
                ("counted_at", models.DateTimeField()),
                ("counted_label", models.CharField(max_length=180)),
                ("closed_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PlannedStep",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("step", models.CharField(max_length=40)),
                ("planned_for", models.DateTimeField()),
                ("words", models.BinaryField(null=True)),
                ("planned_at", models.DateTimeField()),
                ("planned_by", models.UUIDField()),
                ("planned_label", models.CharField(max_length=180)),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "intervention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="interventions.intervention",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="concerns.youngperson"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StepTaken",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("step", models.CharField(max_length=40)),
                ("outcome", models.CharField(max_length=40)),
                ("words", models.BinaryField(null=True)),
                (
                    "sides",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=40), default=list, size=None
                    ),
                ),
                ("held_at", models.DateTimeField()),
                ("counts_from", models.DateTimeField()),
                ("again_on", models.DateField(null=True)),
                ("printed_at", models.DateTimeField(null=True)),
                ("taken_at", models.DateTimeField()),
                ("taken_by", models.UUIDField()),
                ("taken_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "data_key",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="keys.datakey"
                    ),
                ),
                (
                    "intervention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="interventions.intervention",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="concerns.youngperson"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="InterventionEnd",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("ending", models.CharField(max_length=40)),
                ("reason", models.BinaryField()),
                ("ended_at", models.DateTimeField()),
                ("ended_by", models.UUIDField()),
                ("ended_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "intervention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ends",
                        to="interventions.intervention",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="concerns.youngperson"
                    ),
                ),
            ],
            options={
                "constraints": [
                    rundbord.concerns.row_policies.InFile(
                        author="ended_by",
                        column="authority_id",
                        commands=("select", "insert"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="intervention_end_in_file",
                        table="interventions_interventionend",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="jointvisit",
            index=models.Index(fields=["unit", "-asked_at"], name="joint_visit_by_unit"),
        ),
        migrations.AddIndex(
            model_name="jointvisit",
            index=models.Index(fields=["partner_unit", "-asked_at"], name="joint_visit_by_partner"),
        ),
        migrations.AddConstraint(
            model_name="jointvisit",
            constraint=models.CheckConstraint(
                condition=models.Q(("authority", models.F("partner")), _negated=True),
                name="joint_visit_is_of_two_authorities",
            ),
        ),
        migrations.AddConstraint(
            model_name="jointvisit",
            constraint=rundbord.interventions.row_policies.OfTwoUnits(
                columns={"update": ("planned_for", "ended_at")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="joint_visit_of_two_units",
            ),
        ),
        migrations.AddIndex(
            model_name="jointanswer",
            index=models.Index(fields=["visit", "-answered_at"], name="joint_answer_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="jointanswer",
            constraint=rundbord.interventions.row_policies.OfJointVisit(
                author="answered_by",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="joint_answer_of_two_units",
                table="interventions_jointanswer",
            ),
        ),
        migrations.AddIndex(
            model_name="intervention",
            index=models.Index(fields=["person", "-started_at"], name="intervention_by_person"),
        ),
        migrations.AddIndex(
            model_name="intervention",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)),
                fields=["authority", "due_at", "id"],
                name="intervention_by_due_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=rundbord.concerns.row_policies.InFile(
                author="started_by",
                column="authority_id",
                columns={"update": ("joint_visit_id", "next_step", "due_at", "ended_at", "ending")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="intervention_in_file",
                table="interventions_intervention",
            ),
        ),
        migrations.AddIndex(
            model_name="offer",
            index=models.Index(fields=["partnership", "closed_at", "sort_key", "id"], name="offer_by_name"),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("free__lte", models.F("places"))), name="offer_has_no_more_free_than_places"
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=models.CheckConstraint(
                condition=models.Q(("from_age__lte", models.F("to_age"))), name="offer_ages_in_order"
            ),
        ),
        migrations.AddConstraint(
            model_name="offer",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="offer_of_parties",
                owned=True,
            ),
        ),
        migrations.AddIndex(
            model_name="plannedstep",
            index=models.Index(fields=["intervention", "-planned_at"], name="planned_step_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="plannedstep",
            constraint=rundbord.concerns.row_policies.InFile(
                author="planned_by",
                column="authority_id",
                columns={"update": ("cancelled_at",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="planned_step_in_file",
                table="interventions_plannedstep",
            ),
        ),
        migrations.AddIndex(
            model_name="steptaken",
            index=models.Index(fields=["intervention", "taken_at"], name="step_taken_in_order"),
        ),
        migrations.AddIndex(
            model_name="steptaken",
            index=models.Index(fields=["person", "step", "-held_at"], name="step_taken_by_person"),
        ),
        migrations.AddIndex(
            model_name="steptaken",
            index=models.Index(
                condition=models.Q(("data_key__isnull", False)),
                fields=["authority", "printed_at"],
                name="step_taken_with_own_key",
            ),
        ),
        migrations.AddConstraint(
            model_name="steptaken",
            constraint=rundbord.concerns.row_policies.InFile(
                author="taken_by",
                column="authority_id",
                columns={"update": ("printed_at",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="step_taken_in_file",
                table="interventions_steptaken",
            ),
        ),
    ]
