"""Reminders of a step get more readers together with the conflict."""

from django.db import migrations

from rundbord.conflicts.sql import CHANGE_READERS


class Migration(migrations.Migration):
    """Make the function anew; going back, it may stay as it is."""

    dependencies = [
        ("conflicts", "0003_what_is_said_of_steps_follows"),
        ("tasks", "0007_forums_and_reminders"),
    ]

    operations = [migrations.RunSQL(CHANGE_READERS, migrations.RunSQL.noop)]
