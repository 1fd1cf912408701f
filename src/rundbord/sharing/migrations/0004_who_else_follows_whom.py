"""Who else follows a young person: rounds, nominations, marks that nobody reads back, and what is found."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.access.row_policies
import rundbord.partnership.row_policies
import rundbord.sharing.who_else_policies
from rundbord.sharing.who_else_sql import CLOSING, COUNTS, WITHOUT_CLOSING, WITHOUT_COUNTS


class Migration(migrations.Migration):
    """Create the tables, the functions that alone see all nominations, and the policies."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("keys", "0001_data_keys"),
        ("partnership", "0005_areas_know_their_age"),
        ("sharing", "0003_named_readers_erasures_and_requests"),
    ]

    operations = [
        migrations.CreateModel(
            name="WhoElseRound",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reason", models.CharField(max_length=300)),
                ("meeting_on", models.DateField()),
                ("opened_at", models.DateTimeField()),
                ("opened_by", models.UUIDField()),
                ("opened_label", models.CharField(max_length=180)),
                ("closes_at", models.DateTimeField()),
                ("sealed_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("band", models.CharField(blank=True, max_length=40)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
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
            name="WhoElseCommitment",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("root", models.BinaryField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="sharing.whoelseround",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Nomination",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("about_id", models.UUIDField()),
                ("kind", models.CharField(max_length=40)),
                ("basis", models.CharField(max_length=40)),
                ("purpose", models.CharField(max_length=40)),
                ("role", models.CharField(max_length=40)),
                ("reason", models.BinaryField()),
                ("job", models.CharField(max_length=40)),
                ("nominated_at", models.DateTimeField()),
                ("nominated_by", models.UUIDField()),
                ("nominated_label", models.CharField(max_length=180)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "data_key",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="keys.datakey"),
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
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nominations",
                        to="sharing.whoelseround",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CommonKnowledge",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("about_id", models.UUIDField()),
                ("kind", models.CharField(max_length=40)),
                ("basis", models.CharField(max_length=40)),
                ("other_role", models.CharField(max_length=40)),
                ("found_at", models.DateTimeField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "other_authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "other_unit",
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
                (
                    "nomination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="found", to="sharing.nomination"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="sharing.whoelseround"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="WhoElseSize",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sizes", to="sharing.whoelseround"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NominationMark",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("nomination_id", models.UUIDField()),
                ("round_id", models.UUIDField()),
                ("mark", models.UUIDField()),
                ("leaf", models.BinaryField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["round_id", "mark"], name="mark_by_round")],
                "constraints": [
                    models.UniqueConstraint(fields=("authority", "nomination_id"), name="mark_once_a_nomination"),
                    rundbord.sharing.who_else_policies.MarkAdded(
                        commands=("insert",), logins=("rundbord_app", "rundbord_job"), name="mark_added"
                    ),
                    rundbord.partnership.row_policies.ForPolicyFunctions(
                        columns={"select": ("authority_id", "nomination_id", "round_id", "mark", "leaf")},
                        commands=("select", "delete"),
                        logins=("rundbord_policy",),
                        name="mark_for_functions",
                    ),
                ],
            },
        ),
        migrations.RunSQL(COUNTS, WITHOUT_COUNTS),
        migrations.RunSQL(CLOSING, WITHOUT_CLOSING),
        migrations.AddIndex(
            model_name="whoelseround",
            index=models.Index(fields=["partnership", "-opened_at"], name="round_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="whoelseround",
            constraint=rundbord.sharing.who_else_policies.RoundAtTable(
                author="opened_by",
                by_unit=True,
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="round_at_table",
                owned=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="whoelseround",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={
                    "select": (
                        "id",
                        "partnership_id",
                        "authority_id",
                        "opened_at",
                        "closes_at",
                        "sealed_at",
                        "closed_at",
                    ),
                    "update": ("sealed_at", "closed_at", "band"),
                },
                commands=("select", "update"),
                logins=("rundbord_policy",),
                name="round_for_functions",
            ),
        ),
        migrations.AddConstraint(
            model_name="whoelsecommitment",
            constraint=models.UniqueConstraint(fields=("round", "authority"), name="commitment_once_a_party"),
        ),
        migrations.AddConstraint(
            model_name="whoelsecommitment",
            constraint=rundbord.sharing.who_else_policies.OfRound(
                commands=("select",),
                logins=("rundbord_app", "rundbord_job"),
                name="commitment_of_round",
                table="sharing_whoelsecommitment",
            ),
        ),
        migrations.AddConstraint(
            model_name="whoelsecommitment",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={"select": ("round_id", "authority_id")},
                commands=("select", "insert"),
                logins=("rundbord_policy",),
                name="commitment_for_functions",
            ),
        ),
        migrations.AddIndex(
            model_name="nomination",
            index=models.Index(fields=["round", "authority"], name="nomination_by_round"),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=models.UniqueConstraint(
                fields=("authority", "round", "about_id", "kind"), name="nomination_once_a_round"
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=rundbord.sharing.who_else_policies.NominatedInRound(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="nomination_in_round",
            ),
        ),
        migrations.AddConstraint(
            model_name="nomination",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={
                    "select": (
                        "id",
                        "partnership_id",
                        "authority_id",
                        "unit_id",
                        "round_id",
                        "about_id",
                        "kind",
                        "basis",
                        "job",
                    )
                },
                commands=("select", "delete"),
                logins=("rundbord_policy",),
                name="nomination_for_functions",
            ),
        ),
        migrations.AddIndex(
            model_name="commonknowledge",
            index=models.Index(fields=["authority", "about_id", "-found_at"], name="common_knowledge_by_file"),
        ),
        migrations.AddConstraint(
            model_name="commonknowledge",
            constraint=rundbord.sharing.who_else_policies.NominatedByUnit(
                column="authority_id",
                commands=("select",),
                logins=("rundbord_app", "rundbord_job"),
                name="common_knowledge_of_unit",
            ),
        ),
        migrations.AddConstraint(
            model_name="commonknowledge",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={"select": ("nomination_id",)},
                commands=("select", "insert"),
                logins=("rundbord_policy",),
                name="common_knowledge_for_functions",
            ),
        ),
        migrations.AddConstraint(
            model_name="whoelsesize",
            constraint=models.UniqueConstraint(fields=("round", "authority"), name="size_once_a_party"),
        ),
        migrations.AddConstraint(
            model_name="whoelsesize",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                commands=("select",),
                logins=("rundbord_app", "rundbord_job"),
                name="size_own_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="whoelsesize",
            constraint=rundbord.partnership.row_policies.ForPolicyFunctions(
                columns={"select": ("round_id", "number")},
                commands=("select", "insert"),
                logins=("rundbord_policy",),
                name="size_for_functions",
            ),
        ),
    ]
