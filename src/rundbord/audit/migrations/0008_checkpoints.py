"""Signed checkpoints of the log's tree: only added, always forward."""

from django.db import migrations

from rundbord.audit.tree_sql import CHECKPOINTS, WITHOUT_CHECKPOINTS


class Migration(migrations.Migration):
    """Make the table and the functions that add to it and read the newest."""

    dependencies = [("audit", "0007_numbered_leaves")]
    operations = [migrations.RunSQL(CHECKPOINTS, WITHOUT_CHECKPOINTS)]
