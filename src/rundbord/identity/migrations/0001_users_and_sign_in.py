"""Authorities, units, users, duties and sessions."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.access.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    initial = True

    dependencies = [
        ("audit", "0001_append_only_log"),
    ]

    operations = [
        migrations.CreateModel(
            name="Authority",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("short_name", models.CharField(max_length=40)),
                ("code", models.CharField(max_length=40, unique=True)),
                ("kind", models.CharField(max_length=40)),
            ],
            options={
                "constraints": [
                    rundbord.access.row_policies.AnyoneSignedIn(
                        commands=("select",),
                        logins=("rundbord_app", "rundbord_job", "rundbord_place"),
                        name="authority_is_public",
                    ),
                    rundbord.access.row_policies.BeforeSignIn(
                        commands=("select",), logins=("rundbord_auth",), name="authority_at_the_door"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("sign_in_name", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=120)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="users", to="identity.authority"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("address", models.CharField(max_length=300)),
                ("fields", models.JSONField()),
                ("saved_at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.user")),
            ],
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("user_label", models.CharField(max_length=180)),
                ("role", models.CharField(max_length=40)),
                ("starts_on", models.DateField()),
                ("ends_on", models.DateField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="duties", to="identity.authority"
                    ),
                ),
                (
                    "substitutes",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="substitutions",
                        to="identity.duty",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="duties", to="identity.user"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="OneTimeLink",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("token_hash", models.BinaryField(unique=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.user")),
            ],
        ),
        migrations.CreateModel(
            name="SignIn",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("partnership_id", models.UUIDField(null=True)),
                ("partnership_name", models.CharField(blank=True, max_length=160)),
                ("token_hash", models.BinaryField(unique=True)),
                ("started_at", models.DateTimeField()),
                ("seen_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("duty", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.duty")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sign_ins", to="identity.user"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="SignInAttempt",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name_hash", models.BinaryField()),
                ("address_hash", models.BinaryField()),
                ("at", models.DateTimeField()),
                ("succeeded", models.BooleanField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["name_hash", "at"], name="attempt_by_name"),
                    models.Index(fields=["address_hash", "at"], name="attempt_by_address"),
                ],
                "constraints": [
                    rundbord.access.row_policies.BeforeSignIn(
                        commands=("select", "insert", "delete"), logins=("rundbord_auth",), name="attempt_at_the_door"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("kind", models.CharField(max_length=40)),
                ("regime", models.CharField(default="gdpr", max_length=40)),
                (
                    "channels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=10), blank=True, default=list, size=None
                    ),
                ),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="units", to="identity.authority"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("role", models.CharField(max_length=40)),
                ("full_sign_in_name", models.CharField(max_length=120)),
                ("made_by", models.UUIDField()),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("accepted_at", models.DateTimeField(null=True)),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                ("unit", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
            ],
        ),
        migrations.AddField(
            model_name="duty",
            name="unit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="duties", to="identity.unit"
            ),
        ),
        migrations.CreateModel(
            name="Credential",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="identity.user",
                    ),
                ),
                ("password_hash", models.CharField(max_length=200)),
                ("set_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    rundbord.access.row_policies.BeforeSignIn(
                        commands=("select", "insert", "update"),
                        logins=("rundbord_auth",),
                        name="credential_at_the_door",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.UniqueConstraint(
                fields=("authority", "sign_in_name"), name="sign_in_name_once_per_authority"
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(("sign_in_name__regex", "^[a-zæøå0-9._-]+$")), name="sign_in_name_is_plain"
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="user_own_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id", commands=("select",), logins=("rundbord_place",), name="user_own_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                commands=("select",), logins=("rundbord_auth",), name="user_at_the_door"
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.UniqueConstraint(fields=("user", "authority", "address"), name="one_draft_per_form"),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=rundbord.access.row_policies.OwnUser(
                commands=("select", "insert", "update", "delete"),
                logins=("rundbord_app", "rundbord_job", "rundbord_place"),
                name="draft_own_user",
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                commands=("select", "insert", "update"), logins=("rundbord_auth",), name="draft_at_the_door"
            ),
        ),
        migrations.AddConstraint(
            model_name="onetimelink",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                commands=("insert",),
                logins=("rundbord_app", "rundbord_job"),
                name="link_own_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="onetimelink",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                commands=("select", "update"), logins=("rundbord_auth",), name="link_at_the_door"
            ),
        ),
        migrations.AddConstraint(
            model_name="signin",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                commands=("select", "insert", "update"), logins=("rundbord_auth",), name="sign_in_at_the_door"
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=models.UniqueConstraint(fields=("authority", "name"), name="unit_name_once_per_authority"),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="unit_own_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id", commands=("select",), logins=("rundbord_place",), name="unit_own_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="unit",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                commands=("select",), logins=("rundbord_auth",), name="unit_at_the_door"
            ),
        ),
        migrations.AddIndex(
            model_name="invitation",
            index=models.Index(fields=["full_sign_in_name"], name="invitation_by_name"),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="invitation_own_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="invitation",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                commands=("select", "update"), logins=("rundbord_auth",), name="invitation_at_the_door"
            ),
        ),
        migrations.AddIndex(
            model_name="duty",
            index=models.Index(fields=["user", "ends_on"], name="duty_by_user"),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"),
                name="duty_ends_after_it_starts",
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=rundbord.access.row_policies.OwnAuthority(
                column="authority_id",
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="duty_own_authority",
            ),
        ),
        migrations.AddConstraint(
            model_name="duty",
            constraint=rundbord.access.row_policies.BeforeSignIn(
                commands=("select", "insert"), logins=("rundbord_auth",), name="duty_at_the_door"
            ),
        ),
    ]
