"""Whom somebody read about lately is forgotten by the night too."""

from django.db import migrations

from rundbord.audit.lately_read_sql import FORGETTING, WITHOUT_FORGETTING


class Migration(migrations.Migration):
    """Add the function."""

    dependencies = [("audit", "0013_own_lines_to_take_along")]
    operations = [migrations.RunSQL(FORGETTING, WITHOUT_FORGETTING)]
