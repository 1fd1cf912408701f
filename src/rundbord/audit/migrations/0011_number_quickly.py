"""Numbering leaves reads what waits and no more, whatever the database knows of its tables."""

from django.db import migrations

from rundbord.audit.tree_sql import NUMBERED_QUICKLY


class Migration(migrations.Migration):
    """Replace the function that numbers."""

    dependencies = [("audit", "0010_pruning")]
    operations = [migrations.RunSQL(NUMBERED_QUICKLY, migrations.RunSQL.noop)]
