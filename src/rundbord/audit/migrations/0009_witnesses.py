"""Authorities' witnesses and what they cosigned."""

from django.db import migrations

from rundbord.audit.witness_sql import WITHOUT_WITNESSES, WITNESSES


class Migration(migrations.Migration):
    """Make both tables, and the functions that the log's readers and the witnesses themselves use."""

    dependencies = [("audit", "0008_checkpoints")]
    operations = [migrations.RunSQL(WITNESSES, WITHOUT_WITNESSES)]
