"""Exit cases: a compartment that two named coordinators reach."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.interventions.exit_row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("interventions", "0001_interventions_step_by_step"),
        ("keys", "0001_data_keys"),
        ("partnership", "0005_areas_know_their_age"),
    ]

    operations = [
        migrations.CreateModel(
            name="ExitCase",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("responsible_id", models.UUIDField()),
                ("responsible_label", models.CharField(max_length=180)),
                ("deputy_id", models.UUIDField(null=True)),
                ("deputy_label", models.CharField(blank=True, max_length=180)),
                ("called", models.BinaryField()),
                ("contact", models.BinaryField(null=True)),
                ("enquiry", models.BinaryField()),
                ("name", models.BinaryField(null=True)),
                ("born_on", models.BinaryField(null=True)),
                ("cpr", models.BinaryField(null=True)),
                ("state", models.CharField(max_length=40)),
                ("state_since", models.DateField()),
                ("consent_until", models.DateField(null=True)),
                ("ends_by", models.DateField(null=True)),
                ("next_on", models.DateField(null=True)),
                ("opened_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("delete_on", models.DateField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "data_key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="keys.datakey"),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ExitConsent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("coordinators", models.BinaryField()),
                (
                    "recipients",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
                ),
                ("given_on", models.DateField()),
                ("valid_until", models.DateField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("noted_at", models.DateTimeField()),
                ("noted_by", models.UUIDField()),
                ("noted_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="interventions.exitcase",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ExitContact",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("attendance", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("line", models.BinaryField(null=True)),
                ("noted_at", models.DateTimeField()),
                ("noted_by", models.UUIDField()),
                ("noted_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="interventions.exitcase",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ExitMove",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("state", models.CharField(max_length=40)),
                ("reason", models.BinaryField(null=True)),
                ("moved_at", models.DateTimeField()),
                ("moved_by", models.UUIDField()),
                ("moved_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="moves", to="interventions.exitcase"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ExitNote",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("body", models.BinaryField()),
                ("until", models.DateField(null=True)),
                ("written_at", models.DateTimeField()),
                ("written_by", models.UUIDField()),
                ("written_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notes", to="interventions.exitcase"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ExitStep",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("area", models.CharField(max_length=40)),
                ("words", models.BinaryField()),
                ("due_on", models.DateField()),
                ("planned_at", models.DateTimeField()),
                ("planned_by", models.UUIDField()),
                ("planned_label", models.CharField(max_length=180)),
                ("done_at", models.DateTimeField(null=True)),
                ("done_label", models.CharField(blank=True, max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="interventions.exitcase"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="exitcase",
            index=models.Index(fields=["responsible_id", "next_on", "id"], name="exit_case_by_responsible"),
        ),
        migrations.AddIndex(
            model_name="exitcase",
            index=models.Index(fields=["deputy_id", "next_on", "id"], name="exit_case_by_deputy"),
        ),
        migrations.AddIndex(
            model_name="exitcase",
            index=models.Index(fields=["authority", "delete_on"], name="exit_case_by_last_day"),
        ),
        migrations.AddConstraint(
            model_name="exitcase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("deputy_id__isnull", True),
                    models.Q(("deputy_id", models.F("responsible_id")), _negated=True),
                    _connector="OR",
                ),
                name="exit_deputy_is_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitcase",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "enquiry"), _negated=True),
                    models.Q(("born_on__isnull", True), ("cpr__isnull", True), ("name__isnull", True)),
                    _connector="OR",
                ),
                name="exit_names_nobody_before_consent",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitcase",
            constraint=rundbord.interventions.exit_row_policies.CoordinatedExit(
                column="authority_id",
                columns={
                    "update": (
                        "responsible_id",
                        "responsible_label",
                        "deputy_id",
                        "deputy_label",
                        "called",
                        "contact",
                        "enquiry",
                        "name",
                        "born_on",
                        "cpr",
                        "state",
                        "state_since",
                        "consent_until",
                        "ends_by",
                        "next_on",
                        "ended_at",
                        "delete_on",
                    )
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="exit_case_of_coordinators",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitcase",
            constraint=rundbord.interventions.exit_row_policies.GoneExit(
                column="authority_id",
                commands=("delete",),
                has_day=True,
                logins=("rundbord_app", "rundbord_job"),
                name="exit_case_gone",
            ),
        ),
        migrations.AddIndex(
            model_name="exitconsent",
            index=models.Index(fields=["case", "-noted_at"], name="exit_consent_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="exitconsent",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_until__gt", models.F("given_on"))), name="exit_consent_lasts"
            ),
        ),
        migrations.AddConstraint(
            model_name="exitconsent",
            constraint=rundbord.interventions.exit_row_policies.InExit(
                author="noted_by",
                column="authority_id",
                columns={"update": ("withdrawn_at",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="exit_consent_in_case",
                table="interventions_exitconsent",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitconsent",
            constraint=rundbord.interventions.exit_row_policies.GoneExit(
                column="authority_id",
                commands=("delete",),
                has_day=False,
                logins=("rundbord_app", "rundbord_job"),
                name="exit_consent_gone",
            ),
        ),
        migrations.AddIndex(
            model_name="exitcontact",
            index=models.Index(fields=["case", "-on"], name="exit_contact_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="exitcontact",
            constraint=rundbord.interventions.exit_row_policies.InExit(
                author="noted_by",
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="exit_contact_in_case",
                table="interventions_exitcontact",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitcontact",
            constraint=rundbord.interventions.exit_row_policies.GoneExit(
                column="authority_id",
                commands=("delete",),
                has_day=False,
                logins=("rundbord_app", "rundbord_job"),
                name="exit_contact_gone",
            ),
        ),
        migrations.AddIndex(
            model_name="exitmove",
            index=models.Index(fields=["case", "-moved_at"], name="exit_move_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="exitmove",
            constraint=rundbord.interventions.exit_row_policies.InExit(
                author="moved_by",
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="exit_move_in_case",
                table="interventions_exitmove",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitmove",
            constraint=rundbord.interventions.exit_row_policies.GoneExit(
                column="authority_id",
                commands=("delete",),
                has_day=False,
                logins=("rundbord_app", "rundbord_job"),
                name="exit_move_gone",
            ),
        ),
        migrations.AddIndex(
            model_name="exitnote",
            index=models.Index(fields=["case", "kind", "-written_at"], name="exit_note_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="exitnote",
            constraint=rundbord.interventions.exit_row_policies.InExit(
                author="written_by",
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="exit_note_in_case",
                table="interventions_exitnote",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitnote",
            constraint=rundbord.interventions.exit_row_policies.GoneExit(
                column="authority_id",
                commands=("delete",),
                has_day=False,
                logins=("rundbord_app", "rundbord_job"),
                name="exit_note_gone",
            ),
        ),
        migrations.AddIndex(
            model_name="exitstep",
            index=models.Index(fields=["case", "due_on"], name="exit_step_by_day"),
        ),
        migrations.AddConstraint(
            model_name="exitstep",
            constraint=rundbord.interventions.exit_row_policies.InExit(
                author="planned_by",
                column="authority_id",
                columns={"update": ("done_at", "done_label")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="exit_step_in_case",
                table="interventions_exitstep",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitstep",
            constraint=rundbord.interventions.exit_row_policies.GoneExit(
                column="authority_id",
                commands=("delete",),
                has_day=False,
                logins=("rundbord_app", "rundbord_job"),
                name="exit_step_gone",
            ),
        ),
    ]
