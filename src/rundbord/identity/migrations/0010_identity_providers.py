"""Authorities' own identity providers, what their rights mean, and who of their users is whom."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.access.row_policies
import rundbord.identity.row_policies


class Migration(migrations.Migration):
    """Add four tables, and by whom a session was vouched for."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
    ]

    operations = [
        migrations.AddField(
            model_name="signin",
            name="provider_session",
            field=models.CharField(blank=True, max_length=255),
        ),
        migrations.CreateModel(
            name="AnsweredRequest",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("state_hash", models.BinaryField(unique=True)),
                ("answered_at", models.DateTimeField()),
            ],
            options={
                "indexes": [models.Index(fields=["answered_at"], name="answered_request_by_time")],
                "constraints": [
                    rundbord.access.row_policies.BeforeSignIn(
                        commands=("select", "insert", "delete"),
                        logins=("rundbord_auth",),
                        name="answered_request_at_the_door",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ExternalIdentity",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("issuer", models.CharField(max_length=300)),
                ("subject", models.CharField(max_length=255)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("heard_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="identities", to="identity.user"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="signin",
            name="identity",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.externalidentity"
            ),
        ),
        migrations.CreateModel(
            name="IdentityProvider",
            fields=[
                (
                    "authority",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="provider",
                        serialize=False,
                        to="identity.authority",
                    ),
                ),
                ("kind", models.CharField(default="oidc", max_length=40)),
                ("issuer", models.CharField(max_length=300)),
                ("client_id", models.CharField(max_length=200)),
                ("subject_claim", models.CharField(default="sub", max_length=120)),
                ("level_claim", models.CharField(default="acr", max_length=120)),
                ("substantial_value", models.CharField(max_length=200)),
                ("high_value", models.CharField(blank=True, max_length=200)),
                ("privilege_claim", models.CharField(blank=True, max_length=120)),
                ("local_sign_in", models.CharField(default="everybody", max_length=40)),
                ("is_open", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
                ("metadata", models.JSONField(null=True)),
                ("published_keys", models.JSONField(null=True)),
                ("fetched_at", models.DateTimeField(null=True)),
                ("heard_at", models.DateTimeField(null=True)),
                ("line_token_hash", models.BinaryField(null=True)),
                ("line_token_made_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    rundbord.access.row_policies.OwnAuthority(
                        column="authority_id",
                        commands=("select", "insert", "update"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="provider_own_authority",
                    ),
                    rundbord.access.row_policies.BeforeSignIn(
                        columns={"update": ("metadata", "published_keys", "fetched_at", "heard_at")},
                        commands=("select", "update"),
                        logins=("rundbord_auth",),
                        name="provider_at_the_door",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Privilege",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("value", models.CharField(max_length=300)),
                ("role", models.CharField(max_length=40)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
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
        migrations.AddIndex(
            model_name="externalidentity",
            index=models.Index(fields=["user"], name="external_identity_by_user"),
        ),
        migrations.AddConstraint(
            model_name="externalidentity",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("authority", "issuer", "subject"),
                name="subject_once_an_issuer",
            ),
        ),
        migrations.AddConstraint(
            model_name="externalidentity",
            constraint=rundbord.identity.row_policies.BoundToOwnUser(
                column="authority_id",
                columns={"update": ("heard_at", "ended_at")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="external_identity_own_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="externalidentity",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                commands=("select",), logins=("rundbord_auth",), name="external_identity_at_the_door"
            ),
        ),
        migrations.AddConstraint(
            model_name="privilege",
            constraint=models.UniqueConstraint(
                fields=("authority", "value", "unit", "role"), name="privilege_means_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="privilege",
            constraint=rundbord.identity.row_policies.InOwnUnit(
                column="authority_id",
                commands=("select", "insert", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="privilege_own_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="privilege",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                commands=("select",), logins=("rundbord_auth",), name="privilege_at_the_door"
            ),
        ),
    ]
