"""Files on young people: who they are, the worries, the facts, and who reaches them."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.concerns.row_policies
import rundbord.partnership.row_policies
from rundbord.concerns.sql import ASSIGNED, WITHOUT_ASSIGNED


class Migration(migrations.Migration):
    """Create the tables with their policies; the function that the first of them asks comes before it."""

    initial = True

    dependencies = [
        ("access", "0002_reach_in_context"),
        ("identity", "0009_second_factor_and_introduction"),
        ("keys", "0001_data_keys"),
        ("partnership", "0005_areas_know_their_age"),
    ]

    operations = [
        migrations.CreateModel(
            name="Concern",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("role", models.CharField(max_length=40)),
                (
                    "grounds",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("level", models.CharField(max_length=40)),
                ("observed_on", models.DateField()),
                ("report_id", models.UUIDField(null=True)),
                ("source_id", models.UUIDField(null=True)),
                ("opened_at", models.DateTimeField()),
                ("opened_by", models.UUIDField()),
                ("opened_label", models.CharField(max_length=180)),
                ("next_on", models.DateField()),
                ("next_step", models.CharField(max_length=120)),
                ("contacted_at", models.DateTimeField(null=True)),
                ("offered_at", models.DateTimeField(null=True)),
                ("secured_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
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
        ),
        migrations.CreateModel(
            name="YoungPerson",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("lead_id", models.UUIDField()),
                ("lead_label", models.CharField(max_length=180)),
                ("is_narrow", models.BooleanField(default=False)),
                ("name", models.BinaryField()),
                ("cpr", models.BinaryField(null=True)),
                ("cpr_index", models.BinaryField(null=True)),
                ("born_on", models.BinaryField(null=True)),
                ("birth_year", models.PositiveSmallIntegerField(null=True)),
                ("address", models.BinaryField(null=True)),
                ("has_protected_address", models.BooleanField(default=False)),
                ("opened_at", models.DateTimeField()),
                ("delete_on", models.DateField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                ("data_key", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="keys.datakey")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Safeguard",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("state", models.CharField(max_length=40)),
                ("note", models.BinaryField(null=True)),
                ("valid_until", models.DateField(null=True)),
                ("stated_at", models.DateTimeField()),
                ("stated_by", models.UUIDField()),
                ("stated_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="safeguards",
                        to="concerns.youngperson",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RoleChange",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("role", models.CharField(max_length=40)),
                ("reason", models.BinaryField()),
                ("changed_at", models.DateTimeField()),
                ("changed_by", models.UUIDField()),
                ("changed_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="role_changes", to="concerns.concern"
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
            name="NamePart",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("index", models.BinaryField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="name_parts",
                        to="concerns.youngperson",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="FamilyNotice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("state", models.CharField(max_length=40)),
                ("manner", models.CharField(blank=True, max_length=40)),
                ("given_on", models.DateField(null=True)),
                ("ground", models.CharField(blank=True, max_length=40)),
                ("reason", models.BinaryField(null=True)),
                ("recheck_on", models.DateField(null=True)),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_by", models.UUIDField(null=True)),
                ("approved_label", models.CharField(blank=True, max_length=180)),
                ("written_at", models.DateTimeField()),
                ("written_by", models.UUIDField()),
                ("written_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="concerns.youngperson"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Fact",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("information_class", models.CharField(max_length=40)),
                ("body", models.BinaryField()),
                ("source", models.BinaryField(null=True)),
                ("grade", models.CharField(max_length=40)),
                ("observed_on", models.DateField(null=True)),
                ("keep_until", models.DateField(null=True)),
                ("confirmed_on", models.DateField(null=True)),
                ("received_under", models.CharField(blank=True, max_length=40)),
                ("received_id", models.UUIDField(null=True)),
                ("holds_address", models.BooleanField(default=False)),
                ("names_others", models.BooleanField(default=False)),
                (
                    "readers",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
                ),
                ("approved_at", models.DateTimeField(null=True)),
                ("approved_label", models.CharField(blank=True, max_length=180)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("written_at", models.DateTimeField()),
                ("written_by", models.UUIDField()),
                ("written_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="concerns.fact",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="facts", to="concerns.youngperson"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CustodyHolder",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.BinaryField()),
                ("contact", models.BinaryField(null=True)),
                ("has_protected_address", models.BooleanField(default=False)),
                ("written_at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="custody_holders",
                        to="concerns.youngperson",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "given_by",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("recipients", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                (
                    "classes",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("given_on", models.DateField()),
                ("valid_until", models.DateField()),
                ("is_written", models.BooleanField()),
                ("is_informed", models.BooleanField()),
                ("is_free", models.BooleanField()),
                ("withdrawn_on", models.DateField(null=True)),
                ("written_at", models.DateTimeField()),
                ("written_by", models.UUIDField()),
                ("written_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="concerns.youngperson"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ConcernClosure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("outcome", models.CharField(max_length=40)),
                ("note", models.BinaryField()),
                ("answer", models.BinaryField(null=True)),
                ("is_journaled", models.BooleanField(default=False)),
                ("delete_on", models.DateField()),
                ("closed_at", models.DateTimeField()),
                ("closed_by", models.UUIDField()),
                ("closed_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "concern",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="closure", to="concerns.concern"
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
        migrations.AddField(
            model_name="concern",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="concerns", to="concerns.youngperson"
            ),
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("user_id", models.UUIDField(null=True)),
                ("label", models.CharField(max_length=180)),
                ("reason", models.CharField(max_length=300)),
                ("given_at", models.DateTimeField()),
                ("given_by", models.UUIDField()),
                ("given_label", models.CharField(max_length=180)),
                ("ended_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "unit",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="concerns.youngperson",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(ASSIGNED, WITHOUT_ASSIGNED),
        migrations.AddIndex(
            model_name="youngperson",
            index=models.Index(fields=["authority", "unit", "delete_on"], name="young_person_by_unit"),
        ),
        migrations.AddIndex(
            model_name="youngperson",
            index=models.Index(fields=["authority", "cpr_index"], name="young_person_by_cpr"),
        ),
        migrations.AddConstraint(
            model_name="youngperson",
            constraint=rundbord.concerns.row_policies.ReachedFile(
                column="authority_id",
                columns={
                    "update": (
                        "lead_id",
                        "lead_label",
                        "is_narrow",
                        "name",
                        "cpr",
                        "cpr_index",
                        "born_on",
                        "birth_year",
                        "address",
                        "has_protected_address",
                        "delete_on",
                    )
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="young_person_reached",
            ),
        ),
        migrations.AddIndex(
            model_name="safeguard",
            index=models.Index(fields=["person", "kind", "-stated_at"], name="safeguard_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="safeguard",
            constraint=rundbord.concerns.row_policies.InFile(
                author="stated_by",
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="safeguard_in_file",
                table="concerns_safeguard",
            ),
        ),
        migrations.AddConstraint(
            model_name="rolechange",
            constraint=rundbord.concerns.row_policies.InFile(
                author="changed_by",
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="role_change_in_file",
                table="concerns_rolechange",
            ),
        ),
        migrations.AddIndex(
            model_name="namepart",
            index=models.Index(fields=["authority", "index"], name="name_part_by_index"),
        ),
        migrations.AddConstraint(
            model_name="namepart",
            constraint=rundbord.concerns.row_policies.InFile(
                author="",
                column="authority_id",
                commands=("select", "insert", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="name_part_in_file",
                table="concerns_namepart",
            ),
        ),
        migrations.AddIndex(
            model_name="familynotice",
            index=models.Index(fields=["person", "-written_at"], name="family_notice_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="familynotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("approved_by__isnull", True),
                    models.Q(("approved_by", models.F("written_by")), _negated=True),
                    _connector="OR",
                ),
                name="deferral_is_approved_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="familynotice",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "deferred"), _negated=True), ("recheck_on__isnull", False), _connector="OR"
                ),
                name="deferral_has_a_day_to_look_again",
            ),
        ),
        migrations.AddConstraint(
            model_name="familynotice",
            constraint=rundbord.concerns.row_policies.InFile(
                author="written_by",
                column="authority_id",
                columns={"update": ("approved_at", "approved_by", "approved_label")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="family_notice_in_file",
                table="concerns_familynotice",
            ),
        ),
        migrations.AddIndex(
            model_name="fact",
            index=models.Index(fields=["person", "-written_at"], name="fact_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="fact",
            constraint=rundbord.concerns.row_policies.FactInFile(
                author="written_by",
                column="authority_id",
                columns={
                    "update": ("readers", "approved_at", "approved_label", "confirmed_on", "keep_until", "withdrawn_at")
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="fact_in_file",
                table="concerns_fact",
            ),
        ),
        migrations.AddConstraint(
            model_name="custodyholder",
            constraint=rundbord.concerns.row_policies.InFile(
                author="",
                column="authority_id",
                columns={"update": ("removed_at",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="custody_holder_in_file",
                table="concerns_custodyholder",
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(("valid_until__gte", models.F("given_on"))), name="consent_ends_after_it_begins"
            ),
        ),
        migrations.AddConstraint(
            model_name="consent",
            constraint=rundbord.concerns.row_policies.InFile(
                author="written_by",
                column="authority_id",
                columns={"update": ("withdrawn_on",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="consent_in_file",
                table="concerns_consent",
            ),
        ),
        migrations.AddConstraint(
            model_name="concernclosure",
            constraint=rundbord.concerns.row_policies.InFile(
                author="closed_by",
                column="authority_id",
                columns={"update": ("is_journaled",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="concern_closure_in_file",
                table="concerns_concernclosure",
            ),
        ),
        migrations.AddIndex(
            model_name="concern",
            index=models.Index(fields=["person", "-opened_at"], name="concern_by_person"),
        ),
        migrations.AddIndex(
            model_name="concern",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", True)),
                fields=["authority", "next_on"],
                name="concern_by_due_day",
            ),
        ),
        migrations.AddIndex(
            model_name="concern",
            index=models.Index(fields=["authority", "report_id"], name="concern_by_report"),
        ),
        migrations.AddConstraint(
            model_name="concern",
            constraint=rundbord.concerns.row_policies.InFile(
                author="opened_by",
                column="authority_id",
                columns={
                    "update": (
                        "role",
                        "level",
                        "next_on",
                        "next_step",
                        "contacted_at",
                        "offered_at",
                        "secured_at",
                        "closed_at",
                    )
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="concern_in_file",
                table="concerns_concern",
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)), fields=["user_id"], name="assignment_by_user"
            ),
        ),
        migrations.AddIndex(
            model_name="assignment",
            index=models.Index(
                condition=models.Q(("ended_at__isnull", True)), fields=["unit"], name="assignment_by_unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.CheckConstraint(
                condition=models.Q(("user_id__isnull", True), ("unit__isnull", True), _connector="XOR"),
                name="assignment_to_user_or_unit",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=rundbord.concerns.row_policies.InFile(
                author="given_by",
                column="authority_id",
                columns={"update": ("ended_at",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="assignment_in_file",
                table="concerns_assignment",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={"select": ("person_id", "authority_id", "user_id", "unit_id", "ended_at")},
                commands=("select",),
                logins=("rundbord_policy",),
                name="assignment_for_functions",
            ),
        ),
    ]
