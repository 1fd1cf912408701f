"""A second factor at sign-in, the authority's rule on it, and the passed introduction to the rules."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Add six tables, the kind of a link, and what a session has proved."""

    dependencies = [
        ("identity", "0008_invited_users_answer"),
    ]

    operations = [
        migrations.AddField(
            model_name="onetimelink",
            name="kind",
            field=models.CharField(default="password", max_length=40),
        ),
        migrations.AddField(
            model_name="signin",
            name="proof",
            field=models.CharField(default="password", max_length=40),
        ),
        migrations.AddField(
            model_name="signin",
            name="proved_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name="CodeApp",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="identity.user",
                    ),
                ),
                ("sealed_secret", models.BinaryField()),
                ("last_step", models.BigIntegerField()),
                ("added_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
            ],
            options={
                "constraints": [
                    rundbord.access.row_policies.BeforeSignIn(
                        commands=("select", "insert", "update", "delete"),
                        logins=("rundbord_auth",),
                        name="code_app_at_the_door",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SignInRule",
            fields=[
                (
                    "authority",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="identity.authority",
                    ),
                ),
                ("second_factor_for_everybody", models.BooleanField(default=False)),
                ("changed_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    rundbord.access.row_policies.OwnAuthority(
                        column="authority_id",
                        commands=("select", "insert", "update"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="sign_in_rule_own_authority",
                    ),
                    rundbord.access.row_policies.BeforeSignIn(
                        commands=("select",), logins=("rundbord_auth",), name="sign_in_rule_at_the_door"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Challenge",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("ceremony", models.CharField(max_length=40)),
                ("value", models.BinaryField()),
                ("expires_at", models.DateTimeField()),
                (
                    "sign_in",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.signin"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["expires_at"], name="challenge_by_expiry")],
                "constraints": [
                    models.UniqueConstraint(fields=("sign_in", "ceremony"), name="one_challenge_per_ceremony"),
                    rundbord.access.row_policies.BeforeSignIn(
                        commands=("select", "insert", "update", "delete"),
                        logins=("rundbord_auth",),
                        name="challenge_at_the_door",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IntroductionPass",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("version", models.CharField(max_length=20)),
                ("passed_at", models.DateTimeField()),
                ("holds_until", models.DateField()),
                ("reminded_at", models.DateTimeField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.user"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["authority", "user", "-holds_until"], name="introduction_by_user")],
                "constraints": [
                    rundbord.access.row_policies.OwnUser(
                        commands=("insert",), logins=("rundbord_app", "rundbord_job"), name="introduction_own_user"
                    ),
                    rundbord.access.row_policies.OwnAuthority(
                        column="authority_id",
                        columns={"update": ("reminded_at",)},
                        commands=("select", "update"),
                        logins=("rundbord_app", "rundbord_job"),
                        name="introduction_own_authority",
                    ),
                    rundbord.access.row_policies.BeforeSignIn(
                        commands=("select",), logins=("rundbord_auth",), name="introduction_at_the_door"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Passkey",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=60)),
                ("credential_id", models.BinaryField(unique=True)),
                ("public_key", models.BinaryField()),
                ("sign_count", models.BigIntegerField()),
                ("is_backed_up", models.BooleanField()),
                ("added_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.user"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["user", "added_at"], name="passkey_by_user")],
                "constraints": [
                    rundbord.access.row_policies.BeforeSignIn(
                        commands=("select", "insert", "update", "delete"),
                        logins=("rundbord_auth",),
                        name="passkey_at_the_door",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RecoveryCode",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("code_hash", models.BinaryField()),
                ("made_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.user"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["user"], name="recovery_code_by_user")],
                "constraints": [
                    rundbord.access.row_policies.BeforeSignIn(
                        commands=("select", "insert", "update", "delete"),
                        logins=("rundbord_auth",),
                        name="recovery_code_at_the_door",
                    )
                ],
            },
        ),
    ]
