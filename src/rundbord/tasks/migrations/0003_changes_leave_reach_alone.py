"""A change of a task or an outcome touches its words and never its owner or its readers."""

from django.db import migrations

import rundbord.partnership.row_policies


class Migration(migrations.Migration):
    """Replace two policies, each with the columns that an update may touch."""

    dependencies = [
        ("identity", "0004_links_for_own_users"),
        ("partnership", "0003_seats_change_in_one_way"),
        ("tasks", "0002_black_out_reaches_outcomes"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="outcome",
            name="outcome_by_audience",
        ),
        migrations.RemoveConstraint(
            model_name="task",
            name="task_by_audience",
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=rundbord.partnership.row_policies.ByAudience(
                by_parties=True,
                columns={"update": ("text",)},
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
                by_parties=True,
                columns={"update": ("what", "why", "due_on", "closed_at")},
                commands=("select", "insert", "update"),
                has_unit=False,
                logins=("rundbord_app", "rundbord_job"),
                name="task_by_audience",
                parent="",
            ),
        ),
    ]
