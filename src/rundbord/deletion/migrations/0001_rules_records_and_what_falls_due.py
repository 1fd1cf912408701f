"""What is approved about deletion, what falls due, and what was deleted."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.deletion.row_policies


class Migration(migrations.Migration):
    """Add the tables with their policies."""

    initial = True

    dependencies = [
        ("identity", "0011_what_authorities_call_users"),
    ]

    operations = [
        migrations.CreateModel(
            name="PeriodProposal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("rule", models.CharField(max_length=40)),
                ("days", models.PositiveIntegerField()),
                ("reason", models.TextField()),
                ("said_at", models.DateTimeField()),
                ("said_by", models.UUIDField()),
                ("said_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
            ],
        ),
        migrations.CreateModel(
            name="PeriodDecision",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("is_approved", models.BooleanField()),
                ("note", models.TextField(blank=True)),
                ("said_at", models.DateTimeField()),
                ("said_by", models.UUIDField()),
                ("said_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="deletion.periodproposal",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="RulesApproval",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("fingerprint", models.CharField(max_length=64)),
                ("review_on", models.DateField()),
                ("note", models.TextField(blank=True)),
                ("said_at", models.DateTimeField()),
                ("said_by", models.UUIDField()),
                ("said_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
            ],
        ),
        migrations.CreateModel(
            name="ArchiveWord",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("duty", models.CharField(max_length=40)),
                ("said_at", models.DateTimeField()),
                ("said_by", models.UUIDField()),
                ("said_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
            ],
            options={
                "constraints": [
                    rundbord.deletion.row_policies.SaidByOfficer(
                        column="authority_id",
                        commands=("select", "insert"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="archive_word_by_officer",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ComingDeletion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("rule", models.CharField(max_length=40)),
                ("day", models.DateField()),
                ("number", models.UUIDField()),
                ("is_waiting", models.BooleanField(default=False)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
            ],
            options={
                "indexes": [models.Index(fields=["authority", "day", "id"], name="coming_deletion_by_day")],
                "constraints": [
                    rundbord.deletion.row_policies.ForeseenByNight(
                        column="authority_id",
                        commands=("select", "insert", "delete"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="coming_deletion_of_officer",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DeletionRecord",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("unit_id", models.UUIDField(null=True)),
                ("rule", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("carried_out_by", models.CharField(max_length=80)),
                ("user_id", models.UUIDField()),
                ("rows", models.PositiveIntegerField()),
                ("keys", models.PositiveIntegerField()),
                ("salt", models.BinaryField(max_length=16)),
                ("mark", models.BinaryField(max_length=32, null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
            ],
            options={
                "indexes": [models.Index(fields=["authority", "-at", "-id"], name="deletion_record_newest_first")],
                "constraints": [
                    rundbord.deletion.row_policies.RecordedOnce(
                        column="authority_id",
                        commands=("select", "insert"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="deletion_record_of_authority",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="periodproposal",
            constraint=rundbord.deletion.row_policies.SaidInOwnName(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="period_proposal_in_own_name",
            ),
        ),
        migrations.AddConstraint(
            model_name="perioddecision",
            constraint=models.UniqueConstraint(fields=("proposal",), name="period_decided_once"),
        ),
        migrations.AddConstraint(
            model_name="perioddecision",
            constraint=rundbord.deletion.row_policies.DecidedByAnother(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="period_decision_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="rulesapproval",
            constraint=rundbord.deletion.row_policies.SaidByOfficer(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="rules_approval_by_officer",
            ),
        ),
    ]
