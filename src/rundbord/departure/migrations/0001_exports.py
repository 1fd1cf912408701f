"""Exports of an authority's own rows, and the sealed archive in pieces."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.departure.row_policies


class Migration(migrations.Migration):
    """Add both tables."""

    initial = True

    dependencies = [
        ("foureyes", "0002_own_orders"),
        ("identity", "0012_oiosaml_providers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Export",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("partnership_id", models.UUIDField()),
                ("recipient", models.CharField(max_length=100)),
                ("ordered_by", models.UUIDField()),
                ("ordered_label", models.CharField(max_length=180)),
                ("ordered_at", models.DateTimeField()),
                ("built_at", models.DateTimeField(null=True)),
                ("bytes", models.BigIntegerField(default=0)),
                ("rows", models.BigIntegerField(default=0)),
                ("sha256", models.CharField(blank=True, default="", max_length=64)),
                ("fetched_at", models.DateTimeField(null=True)),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ExportPiece",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("number", models.PositiveIntegerField()),
                ("content", models.BinaryField()),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
                    ),
                ),
                (
                    "export",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pieces", to="departure.export"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="export",
            index=models.Index(fields=["authority", "-ordered_at"], name="export_newest"),
        ),
        migrations.AddConstraint(
            model_name="export",
            constraint=rundbord.departure.row_policies.ExportOfOwn(
                column="authority_id",
                columns={"update": ("built_at", "bytes", "rows", "sha256", "fetched_at")},
                commands=("select", "insert", "update"),
                logins=("rundbord_app", "rundbord_job"),
                name="export_of_own",
            ),
        ),
        migrations.AddConstraint(
            model_name="exportpiece",
            constraint=models.UniqueConstraint(fields=("authority", "export", "number"), name="export_piece_once"),
        ),
        migrations.AddConstraint(
            model_name="exportpiece",
            constraint=rundbord.departure.row_policies.PieceOfExport(
                column="authority_id",
                commands=("select", "insert", "delete"),
                logins=("rundbord_app", "rundbord_job"),
                name="piece_of_export",
            ),
        ),
    ]
