"""Look-ups with their reasons, and why a fact was withdrawn."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.concerns.row_policies


class Migration(migrations.Migration):
    """Create the table; the policy on facts opens one column more."""

    dependencies = [
        ("concerns", "0001_files_on_young_people"),
        ("identity", "0009_second_factor_and_introduction"),
    ]

    operations = [
        migrations.CreateModel(
            name="LookUp",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("user_id", models.UUIDField()),
                ("user_label", models.CharField(max_length=180)),
                ("kind", models.CharField(max_length=40)),
                ("reason", models.CharField(max_length=300)),
                ("hits", models.PositiveSmallIntegerField()),
                ("person_id", models.UUIDField(null=True)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="fact",
            name="fact_in_file",
        ),
        migrations.AddField(
            model_name="fact",
            name="withdrawn_why",
            field=models.BinaryField(null=True),
        ),
        migrations.AddConstraint(
            model_name="fact",
            constraint=rundbord.concerns.row_policies.FactInFile(
                author="written_by",
                column="authority_id",
                columns={
                    "update": (
                        "readers",
                        "approved_at",
                        "approved_label",
                        "confirmed_on",
                        "keep_until",
                        "withdrawn_at",
                        "withdrawn_why",
                    )
                },
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="fact_in_file",
                table="concerns_fact",
            ),
        ),
        migrations.AddField(
            model_name="lookup",
            name="authority",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority"),
        ),
        migrations.AddField(
            model_name="lookup",
            name="unit",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
            ),
        ),
        migrations.AddIndex(
            model_name="lookup",
            index=models.Index(fields=["authority", "unit", "-at"], name="look_up_by_unit"),
        ),
        migrations.AddConstraint(
            model_name="lookup",
            constraint=rundbord.concerns.row_policies.LookUpOfUnit(
                column="authority_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="look_up_of_unit",
            ),
        ),
    ]
