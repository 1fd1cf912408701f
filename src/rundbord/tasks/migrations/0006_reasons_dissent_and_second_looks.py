"""What a decision rests on, who disagreed, what a second look gave, and how surely an effect is known."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Add the columns and tables; older decisions have none of it."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("partnership", "0005_areas_know_their_age"),
        ("tasks", "0005_steps_follow_their_conflict"),
    ]

    operations = [
        migrations.CreateModel(
            name="DecisionReview",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("verdict", models.CharField(max_length=40)),
                ("text", models.TextField(blank=True)),
                ("next_on", models.DateField(null=True)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Dissent",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="outcome",
            name="outcome_by_audience",
        ),
        migrations.RemoveConstraint(
            model_name="task",
            name="task_by_audience",
        ),
        migrations.AddField(
            model_name="outcome",
            name="effect",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="outcome",
            name="grade",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="task",
            name="alternatives",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="task",
            name="basis",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="task",
            name="basis_path",
            field=models.CharField(blank=True, max_length=300),
        ),
        migrations.AddField(
            model_name="task",
            name="decided_in",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="review_on",
            field=models.DateField(null=True),
        ),
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["partnership", "review_on"], name="task_by_review"),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=True,
                by_unit=False,
                columns={"update": ("text", "effect")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="outcome_by_audience",
                parent="tasks_task.task_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=True,
                by_unit=False,
                columns={"update": ("what", "why", "alternatives", "basis", "due_on", "review_on", "closed_at")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="task_by_audience",
                parent="",
            ),
        ),
        migrations.AddField(
            model_name="decisionreview",
            name="authority",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority"),
        ),
        migrations.AddField(
            model_name="decisionreview",
            name="partnership",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
        ),
        migrations.AddField(
            model_name="decisionreview",
            name="task",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="tasks.task"
            ),
        ),
        migrations.AddField(
            model_name="decisionreview",
            name="unit",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
            ),
        ),
        migrations.AddField(
            model_name="dissent",
            name="authority",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority"),
        ),
        migrations.AddField(
            model_name="dissent",
            name="noted_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"
            ),
        ),
        migrations.AddField(
            model_name="dissent",
            name="partnership",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
        ),
        migrations.AddField(
            model_name="dissent",
            name="task",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="dissents", to="tasks.task"
            ),
        ),
        migrations.AddField(
            model_name="dissent",
            name="unit",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.unit"),
        ),
        migrations.AddIndex(
            model_name="decisionreview",
            index=models.Index(fields=["task", "-at"], name="decision_review_by_task"),
        ),
        migrations.AddConstraint(
            model_name="decisionreview",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=True,
                by_unit=False,
                columns={"update": ("text",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="decision_review_by_audience",
                parent="tasks_task.task_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionreview",
            constraint=rundbord.partnership.row_policies.ReachedAnew(
                columns={"select": ("partnership_id", "authority_id", "audience", "task_id"), "update": ("audience",)},
                commands=("select", "update"),
                keys=("task_id",),
                logins=("rundbord_policy",),
                name="decision_review_reached_anew",
            ),
        ),
        migrations.AddIndex(
            model_name="dissent",
            index=models.Index(fields=["task", "-at"], name="dissent_by_task"),
        ),
        migrations.AddConstraint(
            model_name="dissent",
            constraint=rundbord.partnership.row_policies.ByAudience(
                author="",
                by_parties=True,
                by_unit=False,
                columns={"update": ("text",)},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="dissent_by_audience",
                parent="tasks_task.task_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="dissent",
            constraint=rundbord.partnership.row_policies.ReachedAnew(
                columns={"select": ("partnership_id", "authority_id", "audience", "task_id"), "update": ("audience",)},
                commands=("select", "update"),
                keys=("task_id",),
                logins=("rundbord_policy",),
                name="dissent_reached_anew",
            ),
        ),
    ]
