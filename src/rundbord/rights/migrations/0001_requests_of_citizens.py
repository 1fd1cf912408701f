"""Requests of citizens, what is found for them, and questions to those who once told it."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.rights.row_policies
from rundbord.audit.reads_of import READS_OF, WITHOUT_READS_OF
from rundbord.rights.sql import KEYS_FOR_ASKED, WITHOUT_KEYS_FOR_ASKED


class Migration(migrations.Migration):
    """Add the tables with their policies."""

    initial = True

    dependencies = [
        ("identity", "0011_what_authorities_call_users"),
        ("keys", "0004_keys_of_whoever_opens"),
        ("audit", "0006_own_entries_by_reach"),
        ("partnership", "0009_promises_to_residents"),
    ]

    operations = [
        migrations.RunSQL(READS_OF, WITHOUT_READS_OF),
        migrations.RunSQL(KEYS_FOR_ASKED, WITHOUT_KEYS_FOR_ASKED),
        migrations.CreateModel(
            name="RightsRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("regime", models.CharField(max_length=40)),
                ("asker", models.CharField(max_length=40)),
                ("channel", models.CharField(max_length=40)),
                ("identity_check", models.CharField(max_length=40)),
                ("mandate_check", models.CharField(blank=True, max_length=40)),
                ("name", models.BinaryField()),
                ("cpr", models.BinaryField()),
                ("asker_name", models.BinaryField(null=True)),
                ("words", models.BinaryField(null=True)),
                ("received_on", models.DateField()),
                ("answer_by", models.DateField()),
                ("new_answer_by", models.DateField(null=True)),
                ("delay_why", models.CharField(blank=True, max_length=40)),
                ("delay_told_at", models.DateTimeField(null=True)),
                ("registered_at", models.DateTimeField()),
                ("registered_by", models.UUIDField()),
                ("registered_label", models.CharField(max_length=180)),
                ("gathered_at", models.DateTimeField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=40)),
                ("outcome_words", models.BinaryField(null=True)),
                ("routed_to", models.CharField(blank=True, max_length=40)),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_label", models.CharField(blank=True, max_length=180)),
                ("forget_on", models.DateField(null=True)),
                ("forgotten_at", models.DateTimeField(null=True)),
                ("delete_on", models.DateField(null=True)),
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
            ],
        ),
        migrations.CreateModel(
            name="GatheredItem",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("group", models.CharField(max_length=40)),
                ("source_model", models.CharField(max_length=40)),
                ("source_id", models.UUIDField(null=True)),
                ("root_id", models.UUIDField(null=True)),
                ("disclosure_id", models.UUIDField(null=True)),
                ("on", models.DateField(null=True)),
                ("body", models.BinaryField()),
                ("needs_eyes", models.BooleanField(default=False)),
                ("is_uncertain", models.BooleanField(default=False)),
                ("decision", models.CharField(blank=True, max_length=40)),
                ("basis", models.CharField(blank=True, max_length=40)),
                ("redacted", models.BinaryField(null=True)),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by", models.UUIDField(null=True)),
                ("decided_label", models.CharField(blank=True, max_length=180)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.authority",
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="items", to="rights.rightsrequest"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SenderQuestion",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("request_id", models.UUIDField()),
                ("disclosure_id", models.UUIDField()),
                ("data_key_id", models.UUIDField()),
                ("words", models.BinaryField()),
                ("asked_at", models.DateTimeField()),
                ("asked_by", models.UUIDField()),
                ("asked_label", models.CharField(max_length=180)),
                ("answer_by", models.DateField()),
                ("answer", models.CharField(blank=True, max_length=40)),
                ("basis", models.CharField(blank=True, max_length=40)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by", models.UUIDField(null=True)),
                ("answered_label", models.CharField(blank=True, max_length=180)),
                (
                    "asking",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
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
            ],
        ),
        migrations.AddIndex(
            model_name="rightsrequest",
            index=models.Index(fields=["authority", "-received_on", "-id"], name="rights_request_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="rightsrequest",
            constraint=rundbord.rights.row_policies.RequestAtDesk(
                column="authority_id",
                columns={
                    "update": (
                        "new_answer_by",
                        "delay_why",
                        "delay_told_at",
                        "gathered_at",
                        "outcome",
                        "outcome_words",
                        "routed_to",
                        "closed_at",
                        "closed_label",
                        "forget_on",
                        "forgotten_at",
                        "delete_on",
                    )
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="rights_request_at_desk",
            ),
        ),
        migrations.AddConstraint(
            model_name="rightsrequest",
            constraint=rundbord.rights.row_policies.ClearedAtNight(
                column="authority_id",
                commands=("delete",),
                logins=("rundbord_app", "rundbord_job"),
                name="rights_request_cleared",
            ),
        ),
        migrations.AddIndex(
            model_name="gathereditem",
            index=models.Index(fields=["request", "group"], name="gathered_item_by_group"),
        ),
        migrations.AddConstraint(
            model_name="gathereditem",
            constraint=rundbord.rights.row_policies.FoundByMachine(
                column="authority_id",
                columns={"update": ("decision", "basis", "redacted", "decided_at", "decided_by", "decided_label")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="gathered_item_at_desk",
            ),
        ),
        migrations.AddConstraint(
            model_name="gathereditem",
            constraint=rundbord.rights.row_policies.ClearedAtNight(
                column="authority_id",
                commands=("delete",),
                logins=("rundbord_app", "rundbord_job"),
                name="gathered_item_cleared",
            ),
        ),
        migrations.AddIndex(
            model_name="senderquestion",
            index=models.Index(fields=["authority", "-asked_at"], name="sender_question_by_asked"),
        ),
        migrations.AddIndex(
            model_name="senderquestion",
            index=models.Index(fields=["asking", "request_id"], name="sender_question_by_request"),
        ),
        migrations.AddConstraint(
            model_name="senderquestion",
            constraint=rundbord.rights.row_policies.AskedOfSender(
                columns={"update": ("answer", "basis", "answered_at", "answered_by", "answered_label")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="sender_question_of_both",
            ),
        ),
        migrations.AddConstraint(
            model_name="senderquestion",
            constraint=rundbord.rights.row_policies.ClearedAtNight(
                column="authority_id",
                commands=("delete",),
                logins=("rundbord_app", "rundbord_job"),
                name="sender_question_cleared",
            ),
        ),
    ]
