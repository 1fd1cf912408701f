"""Readers named by the recipient's leader, erased copies that both sides see, and requests with their answers."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.sharing.row_policies


class Migration(migrations.Migration):
    """Add tables and columns; narrow who reads a received copy."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("keys", "0001_data_keys"),
        ("partnership", "0005_areas_know_their_age"),
        ("sharing", "0002_questions_without_a_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="ErasedCopy",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("disclosure_id", models.UUIDField()),
                ("cause", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("by", models.UUIDField()),
                ("label", models.CharField(max_length=180)),
            ],
        ),
        migrations.CreateModel(
            name="NamedReader",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("disclosure_id", models.UUIDField()),
                ("user_id", models.UUIDField()),
                ("label", models.CharField(max_length=180)),
                ("named_at", models.DateTimeField()),
                ("named_by", models.UUIDField()),
                ("named_label", models.CharField(max_length=180)),
            ],
        ),
        migrations.CreateModel(
            name="ReaderRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("disclosure_id", models.UUIDField()),
                ("sender_label", models.CharField(max_length=180)),
                (
                    "functions",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("basis", models.CharField(max_length=40)),
                ("expires_on", models.DateField(null=True)),
                ("told_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="RequestAnswer",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("disclosure_id", models.UUIDField()),
                ("answer", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("by", models.UUIDField()),
                ("label", models.CharField(max_length=180)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="receiveddisclosure",
            name="received_of_recipient",
        ),
        migrations.RemoveConstraint(
            model_name="receiveddisclosure",
            name="received_added_by_sender",
        ),
        migrations.AddField(
            model_name="disclosure",
            name="answer_by",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="asks",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="disclosure",
            name="in_answer_to",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="receiveddisclosure",
            name="answer_by",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="receiveddisclosure",
            name="asks",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=40), default=list, size=None
            ),
        ),
        migrations.AddField(
            model_name="receiveddisclosure",
            name="in_answer_to",
            field=models.UUIDField(null=True),
        ),
        migrations.AddIndex(
            model_name="disclosure",
            index=models.Index(fields=["authority", "written_by", "-told_at"], name="disclosure_by_writer"),
        ),
        migrations.AddIndex(
            model_name="disclosure",
            index=models.Index(fields=["authority", "in_answer_to"], name="disclosure_by_request"),
        ),
        migrations.AddConstraint(
            model_name="receiveddisclosure",
            constraint=rundbord.sharing.row_policies.ReceivedByReaders(
                column="authority_id",
                commands=("select",),
                logins=("rundbord_app", "rundbord_job"),
                name="received_of_recipient",
            ),
        ),
        migrations.AddConstraint(
            model_name="receiveddisclosure",
            constraint=rundbord.sharing.row_policies.CopyAddedBySender(
                commands=("insert",),
                logins=("rundbord_app", "rundbord_job"),
                name="received_added_by_sender",
                same=("readers", "basis", "purpose", "conditions", "expires_on", "asks", "answer_by"),
                table="sharing_receiveddisclosure",
            ),
        ),
        migrations.AddField(
            model_name="erasedcopy",
            name="authority",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
            ),
        ),
        migrations.AddField(
            model_name="erasedcopy",
            name="sender",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
            ),
        ),
        migrations.AddField(
            model_name="namedreader",
            name="authority",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
            ),
        ),
        migrations.AddField(
            model_name="readerrequest",
            name="authority",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
            ),
        ),
        migrations.AddField(
            model_name="readerrequest",
            name="partnership",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
        ),
        migrations.AddField(
            model_name="readerrequest",
            name="sender",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
            ),
        ),
        migrations.AddField(
            model_name="readerrequest",
            name="sender_unit",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"),
        ),
        migrations.AddField(
            model_name="readerrequest",
            name="unit",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"),
        ),
        migrations.AddField(
            model_name="requestanswer",
            name="authority",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
            ),
        ),
        migrations.AddField(
            model_name="requestanswer",
            name="referred_to",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
            ),
        ),
        migrations.AddField(
            model_name="requestanswer",
            name="sender",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
            ),
        ),
        migrations.AddConstraint(
            model_name="erasedcopy",
            constraint=models.UniqueConstraint(fields=("disclosure_id", "authority"), name="copy_erased_once"),
        ),
        migrations.AddConstraint(
            model_name="erasedcopy",
            constraint=rundbord.sharing.row_policies.OfBoth(
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="erased_copy_of_both",
                table="sharing_erasedcopy",
            ),
        ),
        migrations.AddConstraint(
            model_name="namedreader",
            constraint=models.UniqueConstraint(
                fields=("disclosure_id", "authority", "user_id"), name="reader_named_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="namedreader",
            constraint=rundbord.sharing.row_policies.NamedInUnit(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="named_reader_in_unit",
            ),
        ),
        migrations.AddIndex(
            model_name="readerrequest",
            index=models.Index(fields=["authority", "unit", "-told_at"], name="reader_request_by_unit"),
        ),
        migrations.AddConstraint(
            model_name="readerrequest",
            constraint=rundbord.sharing.row_policies.AwaitingReaders(
                column="authority_id",
                commands=("select",),
                logins=("rundbord_app", "rundbord_job"),
                name="reader_request_of_unit",
            ),
        ),
        migrations.AddConstraint(
            model_name="readerrequest",
            constraint=rundbord.sharing.row_policies.CopyAddedBySender(
                commands=("insert",),
                logins=("rundbord_app", "rundbord_job"),
                name="reader_request_added_by_sender",
                same=("basis", "expires_on"),
                table="sharing_readerrequest",
            ),
        ),
        migrations.AddConstraint(
            model_name="requestanswer",
            constraint=models.UniqueConstraint(fields=("disclosure_id", "authority"), name="request_answered_once"),
        ),
        migrations.AddConstraint(
            model_name="requestanswer",
            constraint=rundbord.sharing.row_policies.OfBoth(
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="request_answer_of_both",
                table="sharing_requestanswer",
            ),
        ),
    ]
