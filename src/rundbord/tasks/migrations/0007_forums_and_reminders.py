"""Decisions of a forum are there for those seated in it; what stays overdue is told further, step by step."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

import rundbord.partnership.row_policies
import rundbord.tasks.row_policies


class Migration(migrations.Migration):
    """Add the columns, the tables and the narrower policies; older decisions belong to no forum."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("partnership", "0006_forums_and_seats"),
        ("tasks", "0006_reasons_dissent_and_second_looks"),
    ]

    operations = [
        migrations.CreateModel(
            name="ClimbRule",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("to_leader", models.PositiveSmallIntegerField()),
                ("to_agenda", models.PositiveSmallIntegerField()),
                ("set_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("audience", models.CharField(max_length=40)),
                ("at", models.DateTimeField()),
                ("step", models.CharField(max_length=40)),
                ("day", models.DateField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name="decisionreview",
            name="decision_review_by_audience",
        ),
        migrations.RemoveConstraint(
            model_name="dissent",
            name="dissent_by_audience",
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
            model_name="decisionreview",
            name="forum",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.forum"
            ),
        ),
        migrations.AddField(
            model_name="dissent",
            name="forum",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.forum"
            ),
        ),
        migrations.AddField(
            model_name="outcome",
            name="forum",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.forum"
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="forum",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.forum"
            ),
        ),
        migrations.AddField(
            model_name="task",
            name="item_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddField(
            model_name="task",
            name="meeting_id",
            field=models.UUIDField(null=True),
        ),
        migrations.AddConstraint(
            model_name="decisionreview",
            constraint=rundbord.tasks.row_policies.SaidOfDecision(
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
            model_name="dissent",
            constraint=rundbord.tasks.row_policies.SaidOfDecision(
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
            model_name="outcome",
            constraint=rundbord.tasks.row_policies.SaidOfDecision(
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
            constraint=rundbord.tasks.row_policies.DecisionRows(
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
            model_name="climbrule",
            name="authority",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="identity.authority"
            ),
        ),
        migrations.AddField(
            model_name="climbrule",
            name="partnership",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.partnership"
            ),
        ),
        migrations.AddField(
            model_name="reminder",
            name="authority",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="identity.authority"),
        ),
        migrations.AddField(
            model_name="reminder",
            name="forum",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="partnership.forum"
            ),
        ),
        migrations.AddField(
            model_name="reminder",
            name="partnership",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="partnership.partnership"),
        ),
        migrations.AddField(
            model_name="reminder",
            name="task",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reminders", to="tasks.task"
            ),
        ),
        migrations.AddIndex(
            model_name="climbrule",
            index=models.Index(fields=["partnership", "-set_at"], name="climb_rule_by_time"),
        ),
        migrations.AddConstraint(
            model_name="climbrule",
            constraint=rundbord.partnership.row_policies.InPartnership(
                author="",
                by_unit=False,
                column="partnership_id",
                commands=("select", "insert"),
                logins=("rundbord_app", "rundbord_job"),
                name="climb_rule_of_parties",
                owned=True,
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(fields=["task", "-at"], name="reminder_by_task"),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(
                fields=("partnership", "task", "step", "day"), name="reminder_once_a_day"
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=rundbord.tasks.row_policies.SaidOfDecision(
                author="",
                by_parties=True,
                by_unit=False,
                commands=("select", "insert"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="reminder_by_audience",
                parent="tasks_task.task_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=rundbord.partnership.row_policies.ReachedAnew(
                columns={"select": ("partnership_id", "authority_id", "audience", "task_id"), "update": ("audience",)},
                commands=("select", "update"),
                keys=("task_id",),
                logins=("rundbord_policy",),
                name="reminder_reached_anew",
            ),
        ),
    ]
