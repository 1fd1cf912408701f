"""The newest decisions are found without sorting all of them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the index."""

    dependencies = [
        ("identity", "0008_invited_users_answer"),
        ("partnership", "0004_newest_word_of_each_side"),
        ("tasks", "0003_changes_leave_reach_alone"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="task",
            index=models.Index(fields=["partnership", "-decided_at"], name="task_by_decision"),
        ),
    ]
