"""Notices and who has seen them."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.access.row_policies
import rundbord.notices.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    initial = True

    dependencies = [
        ("partnership", "0001_parties_and_areas"),
        ("identity", "0001_users_and_sign_in"),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("partnership_id", models.UUIDField()),
                ("role", models.CharField(blank=True, max_length=40)),
                ("user_id", models.UUIDField(null=True)),
                ("kind", models.CharField(max_length=40)),
                ("path", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="NoticeSeen",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seen", to="notices.notice"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.user"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["recipient", "-at"], name="notice_by_recipient"),
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=rundbord.notices.row_policies.AddressedToUs(
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job", "rundbord_place"),
                name="notice_to_us",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticeseen",
            constraint=models.UniqueConstraint(fields=("user", "notice"), name="notice_seen_once"),
        ),
        migrations.AddConstraint(
            model_name="noticeseen",
            constraint=rundbord.access.row_policies.OwnUser(
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job", "rundbord_place"),
                name="notice_seen_own_user",
            ),
        ),
    ]
