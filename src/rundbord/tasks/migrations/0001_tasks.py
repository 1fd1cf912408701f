"""Tasks and their outcomes."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Create the tables with their policies."""

    initial = True

    dependencies = [
        ("identity", "0001_users_and_sign_in"),
        ("partnership", "0001_parties_and_areas"),
    ]

    operations = [
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("what", models.CharField(max_length=200)),
                ("why", models.TextField(blank=True)),
                ("picture_id", models.UUIDField(null=True)),
                ("picture_number", models.PositiveIntegerField(null=True)),
                ("due_on", models.DateField()),
                ("decided_at", models.DateTimeField()),
                ("decided_by", models.UUIDField()),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "area",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="partnership.area"),
                ),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="identity.unit"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Outcome",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("outcome", models.CharField(max_length=40)),
                ("text", models.TextField(blank=True)),
                ("new_due_on", models.DateField(null=True)),
                ("at", models.DateTimeField()),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority")),
                (
                    "partnership",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
                ),
                ("unit", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="identity.unit")),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="outcomes", to="tasks.task"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["partnership", "closed_at", "due_on"], name="task_by_deadline"),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=True,
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="task_by_audience",
                parent="",
            ),
        ),
        migrations.AddIndex(
            model_name="outcome",
            index=models.Index(fields=["task", "-at"], name="outcome_by_task"),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=False,
                commands=("select", "insert"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="outcome_by_audience",
                parent="tasks_task.task_id",
            ),
        ),
    ]
