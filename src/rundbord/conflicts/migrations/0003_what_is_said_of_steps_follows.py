"""Disagreement with a step, and second looks at it, get more readers together with the conflict."""

from django.db import migrations

from rundbord.conflicts.sql import CHANGE_READERS


class Migration(migrations.Migration):
    """Make the function anew; going back, it may stay as it is."""

    dependencies = [
        ("conflicts", "0002_readers_can_change"),
        ("tasks", "0006_reasons_dissent_and_second_looks"),
    ]

    operations = [migrations.RunSQL(CHANGE_READERS, migrations.RunSQL.noop)]
