"""Outcomes can be struck by every party that reads them."""

from django.db import migrations

from rundbord.partnership.row_policies import ByAudience


class Migration(migrations.Migration):
    """Replace the policy."""

    dependencies = [
        ("tasks", "0001_tasks"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="outcome", name="outcome_by_audience"),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=ByAudience(
                name="outcome_by_audience",
                commands=("select", "insert", "update"),
                by_parties=True,
                parent="tasks_task.task_id",
            ),
        ),
    ]
