"""What is passed on: the sender's copy, the recipient's, and what both see."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.sharing.row_policies
from rundbord.sharing.sql import (
    KEYS_FOR_RECIPIENTS,
    READERS_OF_UNIT,
    WITHOUT_KEYS_FOR_RECIPIENTS,
    WITHOUT_READERS_OF_UNIT,
)


class Migration(migrations.Migration):
    """Create the tables with their policies, and the two doors that a sender needs."""

    initial = True

    dependencies = [
        ("access", "0002_reach_in_context"),
        ("identity", "0009_second_factor_and_introduction"),
        ("keys", "0001_data_keys"),
        ("partnership", "0005_areas_know_their_age"),
    ]

    operations = [
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "readers",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
                ),
                ("about_id", models.UUIDField()),
                (
                    "recipient_readers",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
                ),
                ("recipient_capacity", models.CharField(max_length=40)),
                ("outside_name", models.BinaryField(null=True)),
                ("basis", models.CharField(max_length=40)),
                ("purpose", models.CharField(max_length=40)),
                ("role", models.CharField(max_length=40)),
                ("necessity", models.BinaryField()),
                ("content", models.BinaryField()),
                (
                    "classes",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                (
                    "conditions",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("expires_on", models.DateField(null=True)),
                ("due_on", models.DateField(null=True)),
                ("told_at", models.DateTimeField()),
                ("written_by", models.UUIDField()),
                ("written_label", models.CharField(max_length=180)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                ("data_key", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="keys.datakey")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="identity.authority",
                    ),
                ),
                (
                    "recipient_unit",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
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
            name="DisclosureCorrection",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("line", models.PositiveSmallIntegerField(null=True)),
                ("reason", models.BinaryField(null=True)),
                ("new_wording", models.BinaryField(null=True)),
                ("confirm_by", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("made_by", models.UUIDField()),
                ("made_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "disclosure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="corrections", to="sharing.disclosure"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OutsideDelivery",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("manner", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("noted_at", models.DateTimeField()),
                ("noted_by", models.UUIDField()),
                ("noted_label", models.CharField(max_length=180)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "disclosure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deliveries", to="sharing.disclosure"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("disclosure_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("by", models.UUIDField()),
                ("label", models.CharField(max_length=180)),
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
        ),
        migrations.CreateModel(
            name="ReceivedDisclosure",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "readers",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
                ),
                ("disclosure_id", models.UUIDField()),
                ("sender_label", models.CharField(max_length=180)),
                ("data_key_id", models.UUIDField()),
                ("basis", models.CharField(max_length=40)),
                ("purpose", models.CharField(max_length=40)),
                ("role", models.CharField(max_length=40)),
                ("necessity", models.BinaryField()),
                ("content", models.BinaryField()),
                (
                    "classes",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                (
                    "conditions",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("expires_on", models.DateField(null=True)),
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
                (
                    "sender_unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
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
            name="Confirmation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("disclosure_id", models.UUIDField()),
                ("correction_id", models.UUIDField()),
                ("at", models.DateTimeField()),
                ("by", models.UUIDField()),
                ("label", models.CharField(max_length=180)),
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
                    models.UniqueConstraint(fields=("correction_id", "authority"), name="confirmation_once"),
                    rundbord.sharing.row_policies.OfBoth(
                        commands=("select", "insert"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="confirmation_of_both",
                        table="sharing_confirmation",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CorrectionCopy",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("disclosure_id", models.UUIDField()),
                ("correction_id", models.UUIDField()),
                ("data_key_id", models.UUIDField()),
                ("kind", models.CharField(max_length=40)),
                ("line", models.PositiveSmallIntegerField(null=True)),
                ("reason", models.BinaryField(null=True)),
                ("new_wording", models.BinaryField(null=True)),
                ("confirm_by", models.DateField()),
                ("made_at", models.DateTimeField()),
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
                "indexes": [models.Index(fields=["disclosure_id", "-made_at"], name="correction_copy_newest_first")],
                "constraints": [
                    rundbord.sharing.row_policies.OfReceived(
                        column="authority_id",
                        commands=("select",),
                        logins=("rundbord_app", "rundbord_job"),
                        name="correction_copy_of_recipient",
                        table="sharing_correctioncopy",
                    ),
                    rundbord.sharing.row_policies.CorrectionAddedBySender(
                        commands=("insert",),
                        logins=("rundbord_app", "rundbord_job"),
                        name="correction_copy_added_by_sender",
                        table="sharing_correctioncopy",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="disclosure",
            index=models.Index(fields=["authority", "unit", "-told_at"], name="disclosure_by_unit"),
        ),
        migrations.AddIndex(
            model_name="disclosure",
            index=models.Index(fields=["authority", "about_id", "-told_at"], name="disclosure_by_subject"),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("outside_name__isnull", True), ("recipient__isnull", False), ("recipient_unit__isnull", False)
                    ),
                    models.Q(
                        ("outside_name__isnull", False), ("recipient__isnull", True), ("recipient_unit__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="disclosure_to_a_unit_or_outside",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosure",
            constraint=rundbord.sharing.row_policies.SentByUnit(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="disclosure_of_sender",
            ),
        ),
        migrations.AddConstraint(
            model_name="disclosurecorrection",
            constraint=rundbord.sharing.row_policies.OfDisclosure(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="correction_of_sender",
                table="sharing_disclosurecorrection",
            ),
        ),
        migrations.AddConstraint(
            model_name="outsidedelivery",
            constraint=rundbord.sharing.row_policies.OfDisclosure(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="outside_delivery_of_sender",
                table="sharing_outsidedelivery",
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(fields=("disclosure_id", "authority"), name="receipt_once"),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=rundbord.sharing.row_policies.OfBoth(
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="receipt_of_both",
                table="sharing_receipt",
            ),
        ),
        migrations.AddIndex(
            model_name="receiveddisclosure",
            index=models.Index(fields=["authority", "unit", "-told_at"], name="received_by_unit"),
        ),
        migrations.AddIndex(
            model_name="receiveddisclosure",
            index=models.Index(fields=["disclosure_id"], name="received_by_disclosure"),
        ),
        migrations.AddConstraint(
            model_name="receiveddisclosure",
            constraint=rundbord.sharing.row_policies.ReceivedByUnit(
                column="authority_id",
                commands=("select",),
                logins=("rundbord_app", "rundbord_job"),
                name="received_of_recipient",
            ),
        ),
        migrations.AddConstraint(
            model_name="receiveddisclosure",
            constraint=rundbord.sharing.row_policies.AddedBySender(
                commands=("insert",),
                logins=("rundbord_app", "rundbord_job"),
                name="received_added_by_sender",
                table="sharing_receiveddisclosure",
            ),
        ),
        migrations.RunSQL(KEYS_FOR_RECIPIENTS, WITHOUT_KEYS_FOR_RECIPIENTS),
        migrations.RunSQL(READERS_OF_UNIT, WITHOUT_READERS_OF_UNIT),
    ]
