"""Letters about an exit case, to whom its consent names and who reads nothing in Rundbord."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import rundbord.interventions.exit_letter_policies
import rundbord.interventions.exit_row_policies


class Migration(migrations.Migration):
    """Add whom a consent lets be told on paper, the letters, and how they were handed over."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("interventions", "0006_visits_asked_about_with_a_plan"),
        ("partnership", "0009_promises_to_residents"),
    ]

    operations = [
        migrations.AddField(
            model_name="exitconsent",
            name="outsider_ids",
            field=django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
        ),
        migrations.AddField(
            model_name="exitconsent",
            name="outsiders",
            field=models.BinaryField(null=True),
        ),
        migrations.CreateModel(
            name="ExitLetter",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("outsider_id", models.UUIDField()),
                ("to_whom", models.BinaryField()),
                ("basis", models.CharField(max_length=40)),
                ("role", models.CharField(max_length=40)),
                ("content", models.BinaryField()),
                ("necessity", models.BinaryField()),
                (
                    "conditions",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None),
                ),
                ("expires_on", models.DateField()),
                ("told_at", models.DateTimeField()),
                ("told_by", models.UUIDField()),
                ("told_label", models.CharField(max_length=180)),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("cause", models.CharField(blank=True, max_length=40)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="letters", to="interventions.exitcase"
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
            ],
        ),
        migrations.CreateModel(
            name="ExitDelivery",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("manner", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("noted_at", models.DateTimeField()),
                ("noted_by", models.UUIDField()),
                ("noted_label", models.CharField(max_length=180)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="interventions.exitcase"
                    ),
                ),
                (
                    "letter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="interventions.exitletter",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="exitletter",
            index=models.Index(fields=["case", "-told_at"], name="exit_letter_newest_first"),
        ),
        migrations.AddConstraint(
            model_name="exitletter",
            constraint=rundbord.interventions.exit_letter_policies.WrittenInExit(
                author="told_by",
                column="authority_id",
                columns={"update": ("taken_back_at", "cause")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="exit_letter_under_consent",
                table="interventions_exitletter",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitletter",
            constraint=rundbord.interventions.exit_row_policies.GoneExit(
                column="authority_id",
                commands=("delete",),
                has_day=False,
                logins=("rundbord_app", "rundbord_job"),
                name="exit_letter_gone",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitdelivery",
            constraint=rundbord.interventions.exit_letter_policies.DeliveredInExit(
                author="noted_by",
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="exit_delivery_of_letter",
                table="interventions_exitdelivery",
            ),
        ),
        migrations.AddConstraint(
            model_name="exitdelivery",
            constraint=rundbord.interventions.exit_row_policies.GoneExit(
                column="authority_id",
                commands=("delete",),
                has_day=False,
                logins=("rundbord_app", "rundbord_job"),
                name="exit_delivery_gone",
            ),
        ),
    ]
