"""Leaves get their place in a tree, and nothing in the log can be changed or removed by a plain statement."""

from django.db import migrations

from rundbord.audit.tree_sql import NUMBERED_LEAVES, WITHOUT_NUMBERS


class Migration(migrations.Migration):
    """Rows from before are numbered by the worker, oldest first; nothing is hashed anew."""

    dependencies = [("audit", "0006_own_entries_by_reach")]
    operations = [migrations.RunSQL(NUMBERED_LEAVES, WITHOUT_NUMBERS)]
