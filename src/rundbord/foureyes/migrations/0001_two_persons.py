"""Two persons: orders, confirmations, and the function that the policies of the acts ask."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.foureyes.row_policies
from rundbord.foureyes.sql import TWO_PERSONS, WITHOUT_TWO_PERSONS


class Migration(migrations.Migration):
    """Add both tables."""

    initial = True

    dependencies = [
        ("partnership", "0009_promises_to_residents"),
        ("identity", "0012_oiosaml_providers"),
    ]

    operations = [
        migrations.RunSQL(TWO_PERSONS, WITHOUT_TWO_PERSONS),
        migrations.CreateModel(
            name="Order",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("partnership_id", models.UUIDField()),
                ("kind", models.CharField(max_length=40)),
                ("subject", models.UUIDField()),
                ("day", models.DateField()),
                ("words", models.TextField()),
                ("ordered_by", models.UUIDField()),
                ("ordered_label", models.CharField(max_length=180)),
                ("ordered_at", models.DateTimeField()),
                ("lapses_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("partnership_id", models.UUIDField()),
                ("confirmed_by", models.UUIDField()),
                ("confirmed_label", models.CharField(max_length=180)),
                ("at", models.DateTimeField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="confirmations", to="foureyes.order"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="order",
            index=models.Index(fields=["partnership_id", "-ordered_at"], name="order_newest"),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=models.CheckConstraint(
                condition=models.Q(("lapses_at__gt", models.F("ordered_at"))), name="order_lapses"
            ),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=rundbord.foureyes.row_policies.OrderedAtTable(
                columns={"update": ("withdrawn_at",)},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="order_at_table",
            ),
        ),
        migrations.AddConstraint(
            model_name="order",
            constraint=rundbord.foureyes.row_policies.ForFunctions(
                commands=("select",), logins=("rundbord_policy",), name="order_for_functions"
            ),
        ),
        migrations.AddConstraint(
            model_name="confirmation",
            constraint=models.UniqueConstraint(fields=("partnership_id", "order"), name="order_confirmed_once"),
        ),
        migrations.AddConstraint(
            model_name="confirmation",
            constraint=rundbord.foureyes.row_policies.ConfirmedByAnother(
                commands=("select", "insert"), logins=("rundbord_app", "rundbord_job"), name="confirmation_by_another"
            ),
        ),
        migrations.AddConstraint(
            model_name="confirmation",
            constraint=rundbord.foureyes.row_policies.ForFunctions(
                commands=("select",), logins=("rundbord_policy",), name="confirmation_for_functions"
            ),
        ),
    ]
