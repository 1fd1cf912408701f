"""A task that is a step in a conflict, and its outcomes, can get more readers together with the conflict."""

from django.db import migrations

from rundbord.partnership.row_policies import ReachedAnew


class Migration(migrations.Migration):
    """Open the readers of both tables to the function alone."""

    dependencies = [
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0003_seats_change_in_one_way"),
        ("tasks", "0004_newest_decisions_first"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="outcome", constraint=ReachedAnew(name="outcome_reached_anew", keys=("task_id",))
        ),
        migrations.AddConstraint(model_name="task", constraint=ReachedAnew(name="task_reached_anew", keys=("id",))),
    ]
