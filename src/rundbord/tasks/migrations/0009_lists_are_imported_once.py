"""A line of an imported list is known again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the column; what is here already came from no list."""

    dependencies = [
        ("identity", "0009_second_factor_and_introduction"),
        ("partnership", "0008_plans_and_goals"),
        ("tasks", "0008_proposals_between_meetings"),
    ]

    operations = [
        migrations.AddField(
            model_name="task",
            name="imported_as",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddConstraint(
            model_name="task",
            constraint=models.UniqueConstraint(
                condition=models.Q(("imported_as", ""), _negated=True),
                fields=("partnership", "imported_as"),
                name="task_imported_once",
            ),
        ),
    ]
