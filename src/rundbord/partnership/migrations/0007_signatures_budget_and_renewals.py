"""Who signed and what it costs, what moves with the chair, and the yearly vote on efforts about persons."""

import uuid

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Add signatures, budget lines, hand-over steps and renewals."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("partnership", "0006_forums_and_seats"),
    ]

    operations = [
        migrations.CreateModel(
            name="BudgetLine",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("year", models.PositiveSmallIntegerField()),
                ("amount", models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1)])),
                ("purpose", models.CharField(blank=True, max_length=160)),
            ],
        ),
        migrations.CreateModel(
            name="HandOverStep",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=40)),
                ("done_on", models.DateField(null=True)),
                ("done_by", models.CharField(blank=True, max_length=160)),
            ],
        ),
        migrations.CreateModel(
            name="PersonEffort",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=160)),
                ("text", models.TextField(blank=True)),
                ("begun_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Renewal",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("until", models.DateField()),
                ("decide_by", models.DateField()),
                ("quorum", models.PositiveSmallIntegerField()),
                ("voters", models.PositiveSmallIntegerField()),
                ("opened_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="RenewalVote",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("choice", models.CharField(max_length=40)),
                ("reason", models.TextField(blank=True)),
                ("voted_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="Signature",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("office", models.CharField(max_length=120)),
                ("name", models.CharField(blank=True, max_length=120)),
                ("signed_on", models.DateField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="chairterm",
            name="chair_of_parties",
        ),
        migrations.AddField(
            model_name="chairterm",
            name="secretariat",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
            ),
        ),
        migrations.AddConstraint(
            model_name="chairterm",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("ends_on", "secretariat_id")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="chair_of_parties",
                owned=False,
            ),
        ),
        migrations.AddField(
            model_name="budgetline",
            name="agreement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="budget", to="partnership.agreement"
            ),
        ),
        migrations.AddField(
            model_name="budgetline",
            name="partnership",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
        ),
        migrations.AddField(
            model_name="budgetline",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.party"
            ),
        ),
        migrations.AddField(
            model_name="handoverstep",
            name="chair",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="partnership.chairterm"
            ),
        ),
        migrations.AddField(
            model_name="handoverstep",
            name="partnership",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
        ),
        migrations.AddField(
            model_name="personeffort",
            name="partnership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="person_efforts", to="partnership.partnership"
            ),
        ),
        migrations.AddField(
            model_name="renewal",
            name="effort",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="renewals", to="partnership.personeffort"
            ),
        ),
        migrations.AddField(
            model_name="renewal",
            name="partnership",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
        ),
        migrations.AddField(
            model_name="renewalvote",
            name="authority",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority"),
        ),
        migrations.AddField(
            model_name="renewalvote",
            name="partnership",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
        ),
        migrations.AddField(
            model_name="renewalvote",
            name="renewal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="votes", to="partnership.renewal"
            ),
        ),
        migrations.AddField(
            model_name="signature",
            name="agreement",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="signatures", to="partnership.agreement"
            ),
        ),
        migrations.AddField(
            model_name="signature",
            name="partnership",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
        ),
        migrations.AddField(
            model_name="signature",
            name="party",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="signatures", to="partnership.party"
            ),
        ),
        migrations.AddConstraint(
            model_name="budgetline",
            constraint=models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="budget_line_is_money"),
        ),
        migrations.AddConstraint(
            model_name="budgetline",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                commands=("select", "insert", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="budget_line_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="handoverstep",
            constraint=models.UniqueConstraint(fields=("partnership", "chair", "kind"), name="hand_over_step_once"),
        ),
        migrations.AddConstraint(
            model_name="handoverstep",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("done_on", "done_by")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="hand_over_step_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="personeffort",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("ended_on",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="person_effort_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="renewal",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="renewal_of_parties",
                owned=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="renewalvote",
            constraint=models.UniqueConstraint(fields=("partnership", "renewal", "authority"), name="one_vote_a_party"),
        ),
        migrations.AddConstraint(
            model_name="renewalvote",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                columns={"update": ("choice", "reason", "voted_on")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="renewal_vote_of_parties",
                owned=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="signature",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                commands=("select", "insert", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="signature_of_parties",
                owned=False,
            ),
        ),
    ]
