"""The control of a week's readings of persons, and the function of the log that it is drawn from."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.logcontrol.row_policies
from rundbord.audit.person_reads import PERSON_READS, WITHOUT_PERSON_READS


class Migration(migrations.Migration):
    """Add the tables with their policies."""

    initial = True

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("audit", "0006_own_entries_by_reach"),
    ]

    operations = [
        migrations.RunSQL(PERSON_READS, WITHOUT_PERSON_READS),
        migrations.CreateModel(
            name="Control",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("first_day", models.DateField()),
                ("last_day", models.DateField()),
                ("drawn_at", models.DateTimeField()),
                ("seed", models.BinaryField(max_length=32)),
                ("population", models.PositiveIntegerField()),
                ("found", models.JSONField(default=dict)),
                ("due_on", models.DateField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
            ],
        ),
        migrations.CreateModel(
            name="ControlItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("entry_id", models.UUIDField()),
                ("read_at", models.DateTimeField()),
                ("event", models.CharField(max_length=40)),
                ("reader_id", models.UUIDField()),
                ("reader_label", models.CharField(max_length=180)),
                ("unit_label", models.CharField(blank=True, max_length=180)),
                ("subject_kind", models.CharField(blank=True, max_length=80)),
                ("subject", models.CharField(blank=True, max_length=40)),
                ("grounds", models.JSONField(default=list)),
                ("relation", models.CharField(max_length=40)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "control",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="logcontrol.control"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ControlAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reason", models.CharField(max_length=40)),
                ("text", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="answers", to="logcontrol.controlitem"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ControlJudgement",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("verdict", models.CharField(max_length=40)),
                ("note", models.TextField(blank=True)),
                ("judged_by", models.UUIDField()),
                ("judged_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to="logcontrol.controlitem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ControlSignature",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("remark", models.TextField(blank=True)),
                ("signed_by", models.UUIDField()),
                ("signed_label", models.CharField(max_length=180)),
                ("signed_at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "control",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="signatures", to="logcontrol.control"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="control",
            constraint=models.UniqueConstraint(fields=("authority", "first_day"), name="control_once_a_week"),
        ),
        migrations.AddConstraint(
            model_name="control",
            constraint=rundbord.logcontrol.row_policies.DrawnByMachine(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="control_of_authority",
            ),
        ),
        migrations.AddIndex(
            model_name="controlitem",
            index=models.Index(fields=["reader_id", "-read_at"], name="control_item_by_reader"),
        ),
        migrations.AddConstraint(
            model_name="controlitem",
            constraint=models.UniqueConstraint(fields=("control", "entry_id"), name="control_item_once"),
        ),
        migrations.AddConstraint(
            model_name="controlitem",
            constraint=rundbord.logcontrol.row_policies.ReadingLookedAt(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="control_item_of_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="controlanswer",
            constraint=rundbord.logcontrol.row_policies.SaidByReader(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="control_answer_of_reader",
            ),
        ),
        migrations.AddConstraint(
            model_name="controljudgement",
            constraint=rundbord.logcontrol.row_policies.JudgedByAnother(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="control_judgement_by_another",
            ),
        ),
        migrations.AddConstraint(
            model_name="controlsignature",
            constraint=models.UniqueConstraint(fields=("control",), name="control_signed_once"),
        ),
        migrations.AddConstraint(
            model_name="controlsignature",
            constraint=rundbord.logcontrol.row_policies.SignedByHand(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="control_signature_by_hand",
            ),
        ),
    ]
