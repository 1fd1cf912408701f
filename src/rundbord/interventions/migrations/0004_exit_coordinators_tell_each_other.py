"""What exit coordinators tell each other: two copies under a named consent, a recall, a reply (ADR 0029)."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.interventions.exit_row_policies
import rundbord.interventions.exit_telling_policies
from rundbord.interventions.exit_sql import (
    FELLOW_EXIT_COORDINATORS,
    KEYS_FOR_EXIT_READERS,
    WITHOUT_FELLOW_EXIT_COORDINATORS,
    WITHOUT_KEYS_FOR_EXIT_READERS,
)


class Migration(migrations.Migration):
    """Create the tables with their policies, and let coordinators know and seal for each other."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("interventions", "0003_exit_in_its_own_reach"),
        ("keys", "0003_keys_of_persons_and_exit"),
        ("partnership", "0005_areas_know_their_age"),
        ("sharing", "0005_writers_and_leaders_by_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="ExitCopy",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reader_id", models.UUIDField()),
                ("disclosure_id", models.UUIDField()),
                ("sender_label", models.CharField(max_length=360)),
                ("data_key_id", models.UUIDField()),
                ("role", models.CharField(max_length=40)),
                ("content", models.BinaryField()),
                ("necessity", models.BinaryField()),
                ("reason", models.BinaryField(null=True)),
                ("replaces_id", models.UUIDField(null=True)),
                (
                    "conditions",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("expires_on", models.DateField()),
                ("told_at", models.DateTimeField()),
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
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["authority", "reader_id", "-told_at"], name="exit_copy_by_reader"),
                    models.Index(fields=["disclosure_id"], name="exit_copy_by_disclosure"),
                    models.Index(fields=["authority", "expires_on"], name="exit_copy_by_last_day"),
                ],
                "constraints": [
                    rundbord.interventions.exit_telling_policies.ReceivedInExit(
                        column="authority_id",
                        commands=("select",),
                        logins=("rundbord_app", "rundbord_job"),
                        name="exit_copy_of_reader",
                    ),
                    rundbord.interventions.exit_telling_policies.ExitCopyAdded(
                        commands=("insert",),
                        logins=("rundbord_app", "rundbord_job"),
                        name="exit_copy_added_by_sender",
                        table="interventions_exitcopy",
                    ),
                    rundbord.interventions.exit_telling_policies.OverInExit(
                        column="authority_id",
                        commands=("delete",),
                        logins=("rundbord_app", "rundbord_job"),
                        name="exit_copy_over",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExitDisclosure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reader_id", models.UUIDField()),
                ("reader_label", models.CharField(max_length=360)),
                ("role", models.CharField(max_length=40)),
                ("content", models.BinaryField()),
                ("necessity", models.BinaryField()),
                ("reason", models.BinaryField(null=True)),
                ("replaces_id", models.UUIDField(null=True)),
                (
                    "conditions",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("expires_on", models.DateField()),
                ("told_at", models.DateTimeField()),
                ("told_by", models.UUIDField()),
                ("told_label", models.CharField(max_length=180)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosures",
                        to="interventions.exitcase",
                    ),
                ),
                (
                    "consent",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="interventions.exitconsent"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["case", "-told_at"], name="exit_told_newest_first")],
                "constraints": [
                    rundbord.interventions.exit_telling_policies.ToldInExit(
                        author="told_by",
                        column="authority_id",
                        commands=("select", "insert"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="exit_told_under_consent",
                        table="interventions_exitdisclosure",
                    ),
                    rundbord.interventions.exit_row_policies.GoneExit(
                        column="authority_id",
                        commands=("delete",),
                        has_day=False,
                        logins=("rundbord_app", "rundbord_job"),
                        name="exit_told_gone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExitRecall",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reader_id", models.UUIDField()),
                ("disclosure_id", models.UUIDField()),
                ("cause", models.CharField(max_length=40)),
                ("confirm_by", models.DateField()),
                ("expires_on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("made_by", models.UUIDField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("disclosure_id", "authority"), name="exit_recalled_once"),
                    rundbord.interventions.exit_telling_policies.OfBothInExit(
                        column="authority_id",
                        commands=("select",),
                        logins=("rundbord_app", "rundbord_job"),
                        name="exit_recall_of_both",
                        table="interventions_exitrecall",
                    ),
                    rundbord.interventions.exit_telling_policies.ExitRecallAdded(
                        commands=("insert",),
                        logins=("rundbord_app", "rundbord_job"),
                        name="exit_recall_added_by_sender",
                        table="interventions_exitrecall",
                    ),
                    rundbord.interventions.exit_telling_policies.OverInExit(
                        column="authority_id",
                        commands=("delete",),
                        logins=("rundbord_app", "rundbord_job"),
                        name="exit_recall_over",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ExitReply",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("reader_id", models.UUIDField()),
                ("disclosure_id", models.UUIDField()),
                ("kind", models.CharField(max_length=40)),
                ("expires_on", models.DateField()),
                ("at", models.DateTimeField()),
                ("by", models.UUIDField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("disclosure_id", "authority", "kind"), name="exit_replied_once"),
                    rundbord.interventions.exit_telling_policies.OfBothInExit(
                        column="authority_id",
                        commands=("select", "insert"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="exit_reply_of_both",
                        table="interventions_exitreply",
                    ),
                    rundbord.interventions.exit_telling_policies.OverInExit(
                        column="authority_id",
                        commands=("delete",),
                        logins=("rundbord_app", "rundbord_job"),
                        name="exit_reply_over",
                    ),
                ],
            },
        ),
        migrations.RunSQL(KEYS_FOR_EXIT_READERS, WITHOUT_KEYS_FOR_EXIT_READERS),
        migrations.RunSQL(FELLOW_EXIT_COORDINATORS, WITHOUT_FELLOW_EXIT_COORDINATORS),
    ]
